import { accountTexts } from '../../formatting/texts/account/index.js';
import { type FormState, typedIn } from '../../pages/account/form-state.js';
import type { Shop } from '../../pages/shop.js';
import { TextField } from '../form/text-field.js';

export interface EmailFieldProps {
  shop: Shop;
  form: FormState;
  /** `username` where a password goes with it: a browser's store of passwords knows it by that. */
  autocomplete?: 'email' | 'username';
}

/** The field `email`. */
export function EmailField({ shop, form, autocomplete = 'email' }: EmailFieldProps) {
  return (
    <TextField
      {...typedIn(shop, form, 'email')}
      label={accountTexts(shop.config.locale).email}
      type="email"
      autocomplete={autocomplete}
      required
    />
  );
}
