import { type Cart, shippingCost } from '@maho-storefront/maho-client/shopping';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { seenAmount } from '../../shopping/checkout/order-request.js';
import { isVirtualCart } from '../../shopping/checkout/virtual-cart.js';
import { OrderLines } from './order-lines.js';
import { OrderTotals } from './order-totals.js';

export const LONGEST_NOTE = 1000;

export interface ReviewProps {
  locale: string;
  cart: Cart;
  /** Every step before is done. */
  isReady: boolean;
  note: string;
}

/** What is ordered for how much, and the button that orders it. */
export function Review({ locale, cart, isReady, note }: ReviewProps) {
  const texts = checkoutTexts(locale);
  const lines = cart.items.map(({ name, qty, rowTotal, rowTotalInclTax, options }) => ({
    name,
    qty,
    rowTotal: rowTotalInclTax ?? rowTotal,
    options,
  }));
  return (
    <section id="review" class="checkout-review" aria-labelledby="review-title">
      <h2 id="review-title" class="checkout-step-title">
        {texts.review}
      </h2>
      <OrderLines lines={lines} currency={cart.currency} locale={locale} label={cartTexts(locale).lines} />
      <a class="checkout-change" href="/cart">
        {texts.changeCart}
      </a>
      <OrderTotals
        prices={cart.prices}
        shipping={isVirtualCart(cart) ? null : shippingCost(cart)}
        currency={cart.currency}
        locale={locale}
      />
      {isReady ? (
        <form class="form" method="post" action="/checkout/place">
          <input type="hidden" name="seen" value={seenAmount(cart)} />
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
