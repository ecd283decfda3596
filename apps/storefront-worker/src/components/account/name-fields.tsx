import { accountTexts } from '../../formatting/texts/account/index.js';
import { type FormState, typedIn } from '../../pages/account/form-state.js';
import type { Shop } from '../../pages/shop.js';
import { TextField } from '../form/text-field.js';

/** First and last name. */
export function NameFields({ shop, form }: { shop: Shop; form: FormState }) {
  const texts = accountTexts(shop.config.locale);
  return (
    <div class="field-row">
      <TextField
        {...typedIn(shop, form, 'firstname')}
        label={texts.firstname}
        autocomplete="given-name"
        maxlength={255}
        required
      />
      <TextField
        {...typedIn(shop, form, 'lastname')}
        label={texts.lastname}
        autocomplete="family-name"
        maxlength={255}
        required
      />
    </div>
  );
}
