import type { CartPrices } from '@maho-storefront/maho-client/shopping';
import { formatMoney } from '../../formatting/money.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';

export interface OrderTotalsProps {
  prices: Pick<CartPrices, 'subtotal' | 'discountAmount' | 'taxAmount' | 'giftcardAmount' | 'grandTotal'>;
  /** What shipping costs; null where there is none, undefined while nothing is chosen. */
  shipping: number | null | undefined;
  currency: string;
  locale: string;
}

/** What an order or a cart costs: the parts, and what is to be paid. */
export function OrderTotals({ prices, shipping, currency, locale }: OrderTotalsProps) {
  const texts = cartTexts(locale);
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const { subtotal, discountAmount = 0, taxAmount = 0, giftcardAmount = 0, grandTotal } = prices;
  return (
    <dl class="totals">
      <Row name={texts.subtotal} amount={money(subtotal)} />
      {discountAmount > 0 && <Row name={texts.discount} amount={money(-discountAmount)} />}
      {shipping !== null && (
        <Row
          name={texts.shipping}
          amount={shipping === undefined ? '–' : shipping === 0 ? texts.free : money(shipping)}
        />
      )}
      {taxAmount > 0 && <Row name={texts.tax} amount={money(taxAmount)} />}
      {giftcardAmount > 0 && <Row name={texts.giftCardPays} amount={money(-giftcardAmount)} />}
      <div class="totals-grand">
        <dt>{texts.grandTotal}</dt>
        <dd>{money(grandTotal)}</dd>
      </div>
    </dl>
  );
}

function Row({ name, amount }: { name: string; amount: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  );
}
