import { accountTexts } from '../../formatting/texts/account/index.js';
import { type FormState, typedIn } from '../../pages/account/form-state.js';
import type { Shop } from '../../pages/shop.js';
import { TextField } from '../form/text-field.js';

export interface PasswordFieldProps {
  shop: Shop;
  form: FormState;
  /** Of the field in the form. */
  name: string;
  label: string;
  /** One that is being chosen says what it needs, and a browser offers to make it up. */
  kind: 'present' | 'new';
}

/** A field for a password; what was typed never comes again. */
export function PasswordField({ shop, form, name, label, kind }: PasswordFieldProps) {
  const isNew = kind === 'new';
  return (
    <TextField
      {...typedIn(shop, form, name)}
      label={label}
      hint={isNew ? accountTexts(shop.config.locale).passwordHint : undefined}
      type="password"
      autocomplete={isNew ? 'new-password' : 'current-password'}
      required
    />
  );
}
