import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Shop } from '../../pages/shop.js';
import { CartLine } from './cart-line.js';
import { CartLineForm } from './cart-line-form.js';
import type { CartFormProblem, KnownCart } from './cart-view.js';
import { isTaxIncluded } from './tax-display.js';

/** What is in a cart, line by line, each with its own form: one change is one request to the shop. */
export function CartLines({
  shop,
  problem,
  ...known
}: { shop: Shop; problem: CartFormProblem | null } & KnownCart) {
  const { cart, products } = known;
  const withTax = isTaxIncluded(known);
  return (
    <ul class="cart-lines" aria-label={cartTexts(shop.config.locale).lines}>
      {cart.items.map((item) => {
        const product = item.productId === undefined ? undefined : products.get(item.productId);
        return (
          <CartLine
            shop={shop}
            item={item}
            currency={cart.currency}
            product={product}
            withTax={withTax}
            id={`line-${item.id}`}
          >
            <CartLineForm
              shop={shop}
              item={item}
              product={product}
              problem={problem?.form === 'line' && problem.item === item.id ? problem : null}
            />
          </CartLine>
        );
      })}
    </ul>
  );
}
