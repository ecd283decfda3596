import type { Catalogue } from '../catalogue.js';
import type { Product } from '../product.js';

/** A model save: `updatedAt` moves and the product cache is flushed. */
export function savedProduct(catalogue: Catalogue, product: Product): void {
  product.updatedAt = catalogue.nowSeconds();
  flushed(catalogue, product);
}

/** A change that flushes the product cache but leaves `updatedAt` (stock items, category assignments). */
export function flushed(catalogue: Catalogue, product: Product): void {
  catalogue.cacheGeneration++;
  unnoticed(catalogue, product);
}

/** A change that no event tells of (direct SQL): the index moves, caches keep the old record. */
export function unnoticed(catalogue: Catalogue, product: Product): void {
  product.touched = true;
  catalogue.revision++;
}
