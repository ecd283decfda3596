import type { Product } from '../catalogue/product.js';
import { HOST_PLACEHOLDER } from '../catalogue/store-view.js';
import { chance, mix } from '../seeded-random.js';

/** Address of the n-th generated picture of a product, n from 1. */
export function productImageUrl(id: number, n: number): string {
  const digits = String(id);
  return `${HOST_PLACEHOLDER}/media/catalog/product/${digits.slice(-1)}/${digits.slice(0, 1)}/p${id}-${n}.svg`;
}

/** How many pictures a product has: a few have none, children of configurables one. */
export function imageCount(product: Product): number {
  if (product.visibility === 'not_visible') return 1;
  return chance(0.5, product.id, 71) ? 0 : 1 + (mix(product.id, 72) % 3);
}

/** The main picture, if there is one. */
export function mainImage(product: Product): string | undefined {
  return imageCount(product) === 0 ? undefined : productImageUrl(product.id, 1);
}
