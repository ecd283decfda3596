import { shippingCost } from '@maho-storefront/maho-client/shopping';
import { formatMoney } from '../../formatting/money.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Shop } from '../../pages/shop.js';
import type { KnownCart } from './cart-view.js';
import { isTaxIncluded } from './tax-display.js';
import { isVirtualCart } from './virtual-cart.js';

export interface CartTotalsProps extends KnownCart {
  shop: Shop;
  /** Said where it is not known yet what shipping costs. */
  shippingLater?: string | undefined;
}

/** What a cart costs, part by part, as the shop has counted it last. */
export function CartTotals({ shop, shippingLater, ...known }: CartTotalsProps) {
  const { cart } = known;
  const { prices } = cart;
  const { locale } = shop.config;
  const texts = cartTexts(locale);
  const money = (amount: number) => formatMoney(amount, cart.currency, locale);
  const withTax = isTaxIncluded(known);
  const { discountAmount = 0, giftcardAmount = 0, taxAmount = 0 } = prices;
  return (
    <div>
      <dl class="totals">
        <Row
          title={texts.subtotal}
          amount={money(withTax ? (prices.subtotalInclTax ?? prices.subtotal) : prices.subtotal)}
        />
        {discountAmount > 0 && <Row title={texts.discount} amount={money(-discountAmount)} />}
        {!isVirtualCart(cart) && (
          <Row
            title={texts.shipping}
            amount={shippingText({ shop, ...known }, withTax) ?? shippingLater ?? texts.shippingLater}
          />
        )}
        {taxAmount > 0 && !withTax && <Row title={texts.tax} amount={money(taxAmount)} />}
        {giftcardAmount > 0 && <Row title={texts.giftCardPays} amount={money(-giftcardAmount)} />}
        <Row title={texts.grandTotal} amount={money(prices.grandTotal)} class="totals-grand" />
      </dl>
      {taxAmount > 0 && withTax && <p class="option-hint">{texts.taxIncluded(money(taxAmount))}</p>}
    </div>
  );
}

function Row({ title, amount, class: className }: { title: string; amount: string; class?: string }) {
  return (
    <div class={className}>
      <dt>{title}</dt>
      <dd>{amount}</dd>
    </div>
  );
}

function shippingText({ shop, cart }: { shop: Shop } & KnownCart, withTax: boolean): string | undefined {
  const { locale } = shop.config;
  const texts = cartTexts(locale);
  const cost = shippingCost(cart);
  if (cost === undefined) return undefined;
  if (cost === 0) return texts.free;
  const amount = withTax ? (cart.prices.shippingAmountInclTax ?? cost) : cost;
  return formatMoney(amount, cart.currency, locale);
}
