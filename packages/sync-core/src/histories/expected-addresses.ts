import { isReservedPath } from '../addresses/reserved-segments.js';
import type { ModelProduct, ModelShop } from './model-shop.js';

/**
 * Who has which address, worked out the long way from the rules alone: url key to composite products first,
 * then to the lowest id; the others their path, then a numbered key, then the address of last resort.
 */
export function expectedAddresses(shop: ModelShop, knownIds: ReadonlySet<number>): Map<number, string> {
  const products = [...shop.products.values()].filter(
    (p) => p.isEnabled && p.visibility !== 'not_visible' && knownIds.has(p.id),
  );
  const categoryPaths = new Set(shop.activeTree().map((category) => shop.pathOf(category)));
  const isFree = (address: string) =>
    address !== '' && !isReservedPath(address) && !categoryPaths.has(address);
  const taken = new Map<string, number>();
  for (const product of [...products].sort(byRank)) {
    if (isFree(product.urlKey) && !taken.has(product.urlKey)) taken.set(product.urlKey, product.id);
  }
  const keys = new Set(taken.keys());
  const rest = products.filter((product) => taken.get(product.urlKey) !== product.id).sort(byRank);
  const paths = new Map<string, number>();
  for (const product of rest) {
    const path = product.urlPath.replace(/\.html$/, '');
    if (isFree(path) && !keys.has(path) && !paths.has(path)) paths.set(path, product.id);
  }
  const addresses = new Map<number, string>();
  for (const [address, id] of [...taken, ...paths]) addresses.set(id, address);
  for (const product of rest) {
    if (addresses.has(product.id)) continue;
    const numbered = `${product.urlKey}-${product.id}`;
    const isNumberedFree = isFree(numbered) && !keys.has(numbered) && !paths.has(numbered);
    addresses.set(product.id, isNumberedFree ? numbered : `catalog/product/view/id/${product.id}`);
  }
  return addresses;
}

function byRank(a: ModelProduct, b: ModelProduct): number {
  return Number(a.type === 'simple') - Number(b.type === 'simple') || a.id - b.id;
}
