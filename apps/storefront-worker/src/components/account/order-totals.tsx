import type { Order } from '@maho-storefront/maho-client/shopping';
import { formatMoney } from '../../formatting/money.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Shop } from '../../pages/shop.js';

/** What an order came to, line by line. */
export function OrderTotals({ shop, order: { prices, currency } }: { shop: Shop; order: Order }) {
  const { locale } = shop.config;
  const texts = accountTexts(locale);
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const rows: (readonly [string, number | undefined])[] = [
    [texts.subtotal, prices.subtotalInclTax ?? prices.subtotal],
    [texts.discount, prices.discountAmount && -prices.discountAmount],
    [texts.shipping, prices.shippingAmountInclTax ?? prices.shippingAmount],
    [texts.tax, prices.taxAmount],
    [texts.giftCard, prices.giftcardAmount && -Math.abs(prices.giftcardAmount)],
  ];
  return (
    <dl class="totals">
      {rows.map(([name, amount]) =>
        amount ? (
          <div>
            <dt>{name}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ) : null,
      )}
      <div class="totals-grand">
        <dt>{texts.grandTotal}</dt>
        <dd>{money(prices.grandTotal)}</dd>
      </div>
    </dl>
  );
}
