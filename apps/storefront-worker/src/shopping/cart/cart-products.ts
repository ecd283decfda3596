import type { ProductCard } from '@maho-storefront/kv-schema';
import type { Cart } from '@maho-storefront/maho-client/shopping';
import { logError } from '../../log.js';
import type { Visit } from '../visit/visit.js';

/** What the catalogue shows of products now, by id; those that it does not show are left out. */
export async function catalogCards(
  { context, asked }: Visit,
  ids: readonly number[],
): Promise<ProductCard[]> {
  if (ids.length === 0) return [];
  return context.env.STORE_CATALOG.getByName(asked.store.code).cards([...new Set(ids)]);
}

/**
 * The products of a cart's lines by id: a cart names no address, and the catalogue does. None while the catalogue's
 * index cannot be asked: a cart without links is still a cart.
 */
export async function cartProducts(visit: Visit, cart: Cart | null): Promise<Map<number, ProductCard>> {
  const ids = (cart?.items ?? []).flatMap(({ productId }) => productId ?? []);
  try {
    return new Map((await catalogCards(visit, ids)).map((card) => [card.id, card]));
  } catch (error) {
    logError('cart_products_unknown', { store: visit.asked.store.code, reason: String(error) });
    return new Map();
  }
}
