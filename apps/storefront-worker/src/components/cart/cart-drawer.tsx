import { cartTexts } from '../../formatting/texts/cart/index.js';
import { markupText } from '../../pages/document-text.js';
import type { Shop } from '../../pages/shop.js';
import { Icon } from '../icon.js';
import { CartLine } from './cart-line.js';
import { CartTotals } from './cart-totals.js';
import type { KnownCart } from './cart-view.js';
import { isTaxIncluded } from './tax-display.js';

export interface CartDrawerView extends KnownCart {
  /** Name of what was put into the cart. */
  added: string;
}

/** The inside of the drawer that a script opens when something was put into the cart, as HTML. */
export function cartDrawer(shop: Shop, view: CartDrawerView): string {
  return markupText(<CartDrawer shop={shop} {...view} />);
}

function CartDrawer({ shop, added, ...known }: { shop: Shop } & CartDrawerView) {
  const texts = cartTexts(shop.config.locale);
  const { cart, products } = known;
  const withTax = isTaxIncluded(known);
  return (
    <div class="drawer-inside">
      <div class="drawer-head">
        <h2 id="drawer-title" class="form-title">
          {texts.title}
        </h2>
        <form method="dialog">
          <button type="submit" class="drawer-close">
            <Icon name="cross" />
            <span class="sr-only">{texts.close}</span>
          </button>
        </form>
      </div>
      <p id="drawer-note" class="drawer-note">
        {texts.added(added)}
      </p>
      <ul class="cart-lines" aria-label={texts.lines}>
        {[...cart.items].reverse().map((item) => (
          <CartLine
            shop={shop}
            item={item}
            currency={cart.currency}
            product={item.productId === undefined ? undefined : products.get(item.productId)}
            withTax={withTax}
          />
        ))}
      </ul>
      <CartTotals shop={shop} {...known} />
      <a class="btn btn-primary btn-lg" href="/checkout" rel="nofollow">
        {texts.checkout}
      </a>
      <a class="btn btn-lg" href="/cart" rel="nofollow">
        {texts.seeCart}
      </a>
    </div>
  );
}
