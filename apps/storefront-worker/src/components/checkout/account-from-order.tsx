import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { TextField } from '../form/text-field.js';

/** Offers a guest an account with what the order knows already. */
export function AccountFromOrder({ locale, email }: { locale: string; email: string | undefined }) {
  const texts = checkoutTexts(locale);
  return (
    <section class="cart-summary" aria-labelledby="account-title">
      <h2 id="account-title" class="checkout-step-title">
        {texts.createAccount}
      </h2>
      <p>{texts.createAccountHint}</p>
      <form class="form" method="post" action="/checkout/success/account">
        {/* Tells a browser's store of passwords whose it is. */}
        <input
          type="email"
          name="email"
          value={email}
          autocomplete="username"
          hidden
          aria-label={texts.email}
        />
        <TextField
          name="password"
          label={texts.password}
          type="password"
          autocomplete="new-password"
          required
        />
        <button class="btn btn-primary" type="submit">
          {texts.createAccountButton}
        </button>
      </form>
    </section>
  );
}
