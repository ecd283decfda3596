import { isReservedPath } from '../addresses/reserved-segments.js';
import type { IndexRow } from '../catalog-index/tables.js';

type Product = Pick<IndexRow<'products'>, 'id' | 'type' | 'visibility' | 'urlKey' | 'path'>;

const COMPOSITES = ['bundle', 'configurable', 'grouped'];
const LONGEST_BYTES = 400;

/**
 * Every product's address from nothing but the catalogue as it is: url keys are given out first, then paths
 * among those left empty-handed, then numbered url keys, then addresses by id.
 */
export function naiveSlugs(
  products: readonly Product[],
  categoryPaths: ReadonlySet<string>,
): Record<number, string> {
  const isUsable = (address: string) =>
    address !== '' &&
    !isReservedPath(address) &&
    !categoryPaths.has(address) &&
    new TextEncoder().encode(address).length <= LONGEST_BYTES;
  const slugs = new Map<number, string>();
  const owners = new Map<string, number>();
  const withPage = products.filter(({ visibility }) => visibility !== 'not_visible').sort(byPrecedence);
  const give = (product: Product, address: string, taken: ReadonlySet<string>) => {
    if (slugs.has(product.id) || !isUsable(address) || taken.has(address)) return;
    slugs.set(product.id, address);
    owners.set(address, product.id);
  };
  for (const addressOf of [
    (product: Product) => product.urlKey,
    (product: Product) => product.path,
    (product: Product) => (product.urlKey === '' ? '' : `${product.urlKey}-${product.id}`),
  ]) {
    for (const product of withPage) give(product, addressOf(product), new Set(owners.keys()));
  }
  return Object.fromEntries(
    products.map((product) => [product.id, slugs.get(product.id) ?? fallback(product)]),
  );
}

function fallback({ id, visibility }: Product): string {
  return visibility === 'not_visible' ? '' : `catalog/product/view/id/${id}`;
}

function byPrecedence(a: Product, b: Product): number {
  const rank = ({ type }: Product) => (COMPOSITES.includes(type) ? 0 : 1);
  return rank(a) - rank(b) || a.id - b.id;
}
