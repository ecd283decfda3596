import type { OrderPrices } from '@maho-storefront/maho-client/shopping';
import { formatMoney } from '../../formatting/money.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';

export interface OrderTotalsProps {
  prices: OrderPrices;
  isVirtual: boolean;
  /** Whether the shop's prices hold the tax. */
  withTax: boolean;
  currency: string;
  locale: string;
}

/** What an order costs, part by part; as a cart's totals. */
export function OrderTotals({ prices, isVirtual, withTax, currency, locale }: OrderTotalsProps) {
  const texts = cartTexts(locale);
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const { subtotal, discountAmount = 0, taxAmount = 0, giftcardAmount = 0, grandTotal } = prices;
  const shipping = (withTax ? prices.shippingAmountInclTax : undefined) ?? prices.shippingAmount ?? 0;
  const rows: [title: string, amount: string][] = [
    [texts.subtotal, money((withTax ? prices.subtotalInclTax : undefined) ?? subtotal)],
  ];
  if (discountAmount > 0) rows.push([texts.discount, money(-discountAmount)]);
  if (!isVirtual) rows.push([texts.shipping, shipping === 0 ? texts.free : money(shipping)]);
  if (taxAmount > 0 && !withTax) rows.push([texts.tax, money(taxAmount)]);
  if (giftcardAmount > 0) rows.push([texts.giftCardPays, money(-giftcardAmount)]);
  return (
    <div>
      <dl class="totals">
        {rows.map(([title, amount]) => (
          <div>
            <dt>{title}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
        <div class="totals-grand">
          <dt>{checkoutTexts(locale).total}</dt>
          <dd>{money(grandTotal)}</dd>
        </div>
      </dl>
      {taxAmount > 0 && withTax && <p class="option-hint">{texts.taxIncluded(money(taxAmount))}</p>}
    </div>
  );
}
