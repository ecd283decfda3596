import type { Catalogue } from '../catalogue.js';
import type { Product } from '../product.js';

/** Whether another product answers under a path. */
function isTaken(catalogue: Catalogue, path: string, product: Product): boolean {
  for (const other of catalogue.products.values()) {
    if (other !== product && other.urlPath === path) return true;
  }
  return false;
}

/** The path Maho would give: the url key, or with the id appended where another product has it. */
export function freePath(catalogue: Catalogue, product: Product): string {
  return isTaken(catalogue, product.urlKey, product) ? `${product.urlKey}-${product.id}` : product.urlKey;
}

/** Moves a product to the path of its url key and leaves a redirect behind where asked for. */
export function moveToOwnPath(catalogue: Catalogue, product: Product, keepRedirect: boolean): void {
  const before = product.urlPath;
  product.urlPath = freePath(catalogue, product);
  catalogue.redirects.delete(product.urlPath);
  if (before !== product.urlPath && keepRedirect) catalogue.redirects.set(before, product.urlPath);
}
