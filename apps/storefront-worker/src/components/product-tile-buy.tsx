import type { ProductCard } from '@maho-storefront/kv-schema';
import { textsOf } from '../formatting/texts/index.js';
import type { Shop } from '../pages/shop.js';

/** Types of which one buys the thing itself, without anything to put together. */
const PLAIN_TYPES: ReadonlySet<string> = new Set(['simple', 'virtual']);

/** Whether a product can be bought from where only its card is known. */
export function needsNoChoice({ type, hasRequiredOptions, stockStatus }: ProductCard): boolean {
  return PLAIN_TYPES.has(type) && !hasRequiredOptions && stockStatus === 'in_stock';
}

/** Puts a product of a listing into the cart; nothing for one of which something has to be chosen first. */
export function ProductTileBuy({ shop, card }: { shop: Shop; card: ProductCard }) {
  if (!needsNoChoice(card)) return null;
  return (
    <form class="tile-buy" method="post" action="/cart/add" data-adds>
      <input type="hidden" name="slug" value={card.slug} />
      <button type="submit" class="btn btn-sm" name="product" value={card.id}>
        {textsOf(shop.config.locale).addToCart}
        <span class="sr-only">: {card.name}</span>
      </button>
    </form>
  );
}
