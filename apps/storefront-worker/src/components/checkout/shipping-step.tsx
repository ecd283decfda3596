import type { Cart } from '@maho-storefront/maho-client/shopping';
import { formatMoney } from '../../formatting/money.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { RadioChoice } from './radio-choice.js';

/** How the cart can be sent to its address. */
export function ShippingStep({
  locale,
  cart,
  problem,
}: {
  locale: string;
  cart: Cart;
  problem: string | undefined;
}) {
  const texts = checkoutTexts(locale);
  const { availableShippingMethods: methods, selectedShippingMethod: selected, currency } = cart;
  if (methods.length === 0) return <p class="field-problem">{texts.shippingNone}</p>;
  const choices = methods.map(({ carrierCode, methodCode, title, price }) => ({
    value: `${carrierCode}/${methodCode}`,
    label: title,
    aside: price === 0 ? cartTexts(locale).free : formatMoney(price, currency, locale),
    isChosen:
      methods.length === 1 || (carrierCode === selected?.carrierCode && methodCode === selected.methodCode),
  }));
  return (
    <form class="form" method="post" action="/checkout/shipping">
      <RadioChoice name="method" legend={texts.shippingMethods} choices={choices} problem={problem} />
      <button class="btn btn-primary" type="submit">
        {texts.saveShipping}
      </button>
    </form>
  );
}
