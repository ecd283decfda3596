import type { ProductCard, ProductRecord } from '@maho-storefront/kv-schema';
import type { Visit } from '../visit/visit.js';
import { catalogCards } from './cart-products.js';
import type { ProductForm } from './choices/product-form.js';

/** What a form is about: the product in full, or only what listings show of it while KV has no more. */
export type WantedProduct = { record: ProductRecord } | { card: ProductCard };

/**
 * The product that a form is about. Its id decides: the address may have been given to another since the page was
 * made. Null for one that the shop no longer shows.
 */
export async function wantedProduct(visit: Visit, form: ProductForm): Promise<WantedProduct | null> {
  const [id] = form.ids('product');
  if (id === undefined) return null;
  const record = await visit.reader.product(form.text('slug'));
  if (record?.id === id) return { record };
  const [card] = await catalogCards(visit, [id]);
  if (card === undefined) return null;
  const moved = await visit.reader.product(card.slug);
  return moved?.id === id ? { record: moved } : { card };
}
