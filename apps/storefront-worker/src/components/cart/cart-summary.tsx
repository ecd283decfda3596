import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Shop } from '../../pages/shop.js';
import { CartCodes } from './cart-codes.js';
import { isLineSoldOut } from './cart-line.js';
import { CartTotals } from './cart-totals.js';
import type { FilledCartView } from './cart-view.js';
import { ShippingEstimate } from './shipping-estimate.js';
import { isVirtualCart } from './virtual-cart.js';

/** Beside the lines: codes, shipping, totals and the way to checkout. */
export function CartSummary({ shop, cart, products, countries, problem }: { shop: Shop } & FilledCartView) {
  const texts = cartTexts(shop.config.locale);
  const hasSoldOut = cart.items.some((item) => isLineSoldOut(item, products.get(item.productId ?? 0)));
  return (
    <aside class="cart-summary" aria-labelledby="cart-summary">
      <h2 id="cart-summary" class="form-title">
        {texts.summary}
      </h2>
      <CartTotals shop={shop} cart={cart} products={products} />
      {hasSoldOut && <p class="problem-note">{texts.soldOutHint}</p>}
      <a class="btn btn-primary btn-lg" href="/checkout" rel="nofollow">
        {texts.checkout}
      </a>
      <CartCodes shop={shop} cart={cart} problem={problem} />
      {!isVirtualCart(cart) && (
        <ShippingEstimate shop={shop} cart={cart} countries={countries} problem={problem} />
      )}
    </aside>
  );
}
