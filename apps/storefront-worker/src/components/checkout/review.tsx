import { cartTexts } from '../../formatting/texts/cart/index.js';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import type { Shop } from '../../pages/shop.js';
import { agreedOrder } from '../../shopping/checkout/agreed-order.js';
import { CartTotals } from '../cart/cart-totals.js';
import type { KnownCart } from '../cart/cart-view.js';
import { isTaxIncluded } from '../cart/tax-display.js';
import { OrderLines } from './order-lines.js';

export const LONGEST_NOTE = 1000;

export interface ReviewProps extends KnownCart {
  shop: Shop;
  /** Every step before is done. */
  isReady: boolean;
  note: string;
}

/** What is ordered for how much, and the button that orders it. */
export function Review({ shop, cart, products, isReady, note }: ReviewProps) {
  const { locale } = shop.config;
  const withTax = isTaxIncluded({ cart, products });
  const texts = checkoutTexts(locale);
  return (
    <section id="review" class="checkout-review" aria-labelledby="review-title">
      <h2 id="review-title" class="checkout-step-title">
        {texts.review}
      </h2>
      <OrderLines
        lines={cart.items}
        currency={cart.currency}
        locale={locale}
        label={cartTexts(locale).lines}
        withTax={withTax}
      />
      <a class="checkout-change" href="/cart">
        {texts.changeCart}
      </a>
      <CartTotals shop={shop} cart={cart} products={products} shippingLater="–" />
      {isReady ? (
        <form class="form" method="post" action="/checkout/place">
          <input type="hidden" name="seen" value={agreedOrder(cart)} />
          {withTax && <input type="hidden" name="tax" value="included" />}
          <div class="field">
            <label for="note">
              {texts.note} <span class="option-hint">({texts.optional})</span>
            </label>
            <textarea id="note" class="textarea" name="note" rows={2} maxlength={LONGEST_NOTE}>
              {note}
            </textarea>
          </div>
          <button class="btn btn-primary btn-lg" type="submit">
            {texts.place}
          </button>
        </form>
      ) : (
        <p class="option-hint">{texts.placeLater}</p>
      )}
    </section>
  );
}
