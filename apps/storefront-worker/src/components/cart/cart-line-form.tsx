import type { ProductCard } from '@maho-storefront/kv-schema';
import type { CartItem } from '@maho-storefront/maho-client/shopping';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Shop } from '../../pages/shop.js';
import type { CartFormProblem } from './cart-view.js';

/** Changes how many there are of a line, or takes it out. */
export function CartLineForm({
  shop,
  item,
  product,
  problem,
}: {
  shop: Shop;
  item: CartItem;
  /** Undefined for one that the catalogue no longer shows. */
  product: ProductCard | undefined;
  problem: CartFormProblem | null;
}) {
  const texts = cartTexts(shop.config.locale);
  const id = `qty-${item.id}`;
  return (
    <form class="cart-line-form" method="post" action={`/cart/items#line-${item.id}`}>
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="product" value={item.productId} />
      <input type="hidden" name="slug" value={product?.slug} />
      <input
        id={id}
        class="input"
        type="number"
        name="qty"
        aria-label={texts.quantityOf(item.name)}
        value={problem?.typed.qty ?? item.qty}
        min={0}
        step="any"
        inputmode="decimal"
        required
        aria-invalid={problem === null ? undefined : 'true'}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
      />
      <button type="submit" class="text-button">
        {texts.updateOne}
        <span class="sr-only">: {texts.quantityOf(item.name)}</span>
      </button>
      <button type="submit" class="text-button" formaction="/cart/remove" formnovalidate>
        {texts.remove}
        <span class="sr-only">: {item.name}</span>
      </button>
      {problem !== null && (
        <p id={`${id}-problem`} class="field-problem" role="alert">
          {problem.message}
        </p>
      )}
    </form>
  );
}
