import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Shop } from '../../pages/shop.js';
import type { FilledCartView } from './cart-view.js';
import { CodeForm } from './code-form.js';

/** Discount code and gift cards: those that are on the cart, and a field for another. */
export function CartCodes({
  shop,
  cart,
  problem,
}: { shop: Shop } & Pick<FilledCartView, 'cart' | 'problem'>) {
  const texts = cartTexts(shop.config.locale);
  const coupon = cart.appliedCoupon?.code;
  return (
    <section id="codes" class="cart-codes" aria-label={texts.codes}>
      <CodeForm
        shop={shop}
        name="coupon"
        label={texts.coupon}
        applied={coupon === undefined ? [] : [{ code: coupon, title: texts.couponApplied(coupon) }]}
        takesMore={coupon === undefined}
        problem={problem?.form === 'coupon' ? problem : null}
      />
      <CodeForm
        shop={shop}
        name="gift-card"
        label={texts.giftCard}
        applied={cart.appliedGiftcards.map(({ code }) => ({ code, title: texts.giftCardApplied(code) }))}
        takesMore
        problem={problem?.form === 'gift-card' ? problem : null}
      />
    </section>
  );
}
