import type { JsonObject } from './json-object.js';

const COMPOSITE = new Set(['configurable', 'grouped', 'bundle']);

/**
 * Who has which address, from the rules alone: a url key goes to composite products first, then to the lowest
 * id; whoever does not get it takes its path without suffix, and if that is taken too, url key and id.
 *
 * @param products records of the backend's listing.
 * @param taken addresses of categories.
 */
export function expectedSlugs(
  products: readonly JsonObject[],
  taken: ReadonlySet<string>,
): Map<number, string> {
  const ranked = [...products].sort(byRank);
  const owners = new Map<string, number>();
  for (const product of ranked) {
    const key = String(product.urlKey);
    if (!owners.has(key) && !taken.has(key)) owners.set(key, Number(product.id));
  }
  const slugs = new Map<number, string>();
  const used = new Set([...owners.keys(), ...taken]);
  for (const product of ranked) {
    const [id, key] = [Number(product.id), String(product.urlKey)];
    const path = String(product.urlPath ?? '').replace(/\.html$/, '');
    const own = owners.get(key) === id ? key : undefined;
    const slug = own ?? (path !== '' && !used.has(path) ? path : `${key}-${id}`);
    used.add(slug);
    slugs.set(id, slug);
  }
  return slugs;
}

function byRank(a: JsonObject, b: JsonObject): number {
  const rank = ({ type }: JsonObject) => (COMPOSITE.has(String(type)) ? 0 : 1);
  return rank(a) - rank(b) || Number(a.id) - Number(b.id);
}
