import type { ProductCard } from '@maho-storefront/kv-schema';
import { pageHref } from '../../formatting/page-href.js';
import { catalogCards } from '../cart/cart-products.js';
import type { Visit } from '../visit/visit.js';

/** Cards of products that the store sells, by id: the store's index knows where each lives. */
export async function cardsById(
  visit: Visit,
  ids: readonly (number | undefined)[],
): Promise<Map<number, ProductCard>> {
  const wanted = [...new Set(ids)].filter((id) => id !== undefined);
  const cards = await catalogCards(visit, wanted);
  return new Map(cards.map((card) => [card.id, card]));
}

/** Paths of products' pages, by id. */
export async function productPaths(
  visit: Visit,
  ids: readonly (number | undefined)[],
): Promise<Map<number, string>> {
  const cards = await cardsById(visit, ids);
  return new Map([...cards].map(([id, { slug }]) => [id, pageHref(slug)]));
}
