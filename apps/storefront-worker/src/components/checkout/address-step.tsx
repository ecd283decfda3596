import type { PostalAddress } from '@maho-storefront/maho-client/shopping';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import type { AddressCountry } from '../../shopping/address/address-country.js';
import type { AddressForm } from '../../shopping/checkout/address-form.js';
import { LONGEST_EMAIL } from '../../shopping/checkout/guest-email.js';
import { AddressFields } from '../form/address-fields.js';
import { TextField } from '../form/text-field.js';
import { BookChoice } from './book-choice.js';

export interface AddressStepProps {
  locale: string;
  countries: readonly AddressCountry[];
  form: AddressForm;
  /** A customer's addresses; of a guest none. */
  book: readonly PostalAddress[];
  /** There is nothing to ship. */
  isVirtual: boolean;
  /** A customer's e-mail address is known. */
  asksEmail: boolean;
}

/** Who orders, and where it goes. */
export function AddressStep({ locale, countries, form, book, isVirtual, asksEmail }: AddressStepProps) {
  const texts = checkoutTexts(locale);
  const fields = (prefix: 'shipping' | 'billing', isInsisting: boolean) => (
    <AddressFields
      locale={locale}
      countries={countries}
      prefix={prefix}
      draft={form[prefix]}
      problems={form.problems[prefix]}
      isInsisting={isInsisting && book.length === 0}
    />
  );
  const choice = (prefix: 'shipping' | 'billing') => (
    <BookChoice locale={locale} prefix={prefix} book={book} chosen={form.chosen[prefix]} />
  );
  return (
    <form class="form" method="post" action="/checkout/address">
      {asksEmail && (
        <TextField
          name="email"
          label={texts.email}
          type="email"
          value={form.email}
          autocomplete="email"
          maxlength={LONGEST_EMAIL}
          required
          hint={texts.emailHint}
          problem={form.problems.email}
        />
      )}
      {isVirtual ? (
        <fieldset class="checkout-address">
          <legend>{texts.billingAddress}</legend>
          {choice('billing')}
          {fields('billing', true)}
        </fieldset>
      ) : (
        <>
          <fieldset class="checkout-address">
            <legend>{texts.deliveryAddress}</legend>
            {choice('shipping')}
            {fields('shipping', true)}
          </fieldset>
          <label class="tick">
            <input
              type="checkbox"
              class="checkbox"
              name="billing-same"
              value="1"
              data-billing-same
              checked={form.isBillingSame}
            />
            {texts.billingSame}
          </label>
          <fieldset class="checkout-address checkout-billing">
            <legend>{texts.billingAddress}</legend>
            {choice('billing')}
            {fields('billing', false)}
          </fieldset>
        </>
      )}
      <button class="btn btn-primary" type="submit">
        {texts.saveAddress}
      </button>
    </form>
  );
}
