import type { Cart, ShippingMethod } from '@maho-storefront/maho-client/shopping';
import { formatMoney } from '../../formatting/money.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { RadioChoice } from './radio-choice.js';

/** How the cart can be sent to its address. */
export function ShippingStep({
  locale,
  cart,
  problem,
  chosen,
}: {
  locale: string;
  cart: Cart;
  problem: string | undefined;
  /** What was chosen, and could not be saved. */
  chosen: string | undefined;
}) {
  const texts = checkoutTexts(locale);
  const { availableShippingMethods: methods, selectedShippingMethod: selected, currency } = cart;
  if (methods.length === 0) return <p class="field-problem">{texts.shippingNone}</p>;
  const saved = selected && methodValue(selected);
  const choices = methods.map((method) => ({
    value: methodValue(method),
    label: method.title,
    aside: method.price === 0 ? cartTexts(locale).free : formatMoney(method.price, currency, locale),
    isChosen: methods.length === 1 || methodValue(method) === (chosen ?? saved),
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

function methodValue({
  carrierCode,
  methodCode,
}: Pick<ShippingMethod, 'carrierCode' | 'methodCode'>): string {
  return `${carrierCode}/${methodCode}`;
}
