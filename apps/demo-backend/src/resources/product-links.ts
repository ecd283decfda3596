import type { Catalogue } from '../catalogue/catalogue.js';
import type { Product } from '../catalogue/product.js';
import type { JsonObject } from '../json.js';
import { mix } from '../seeded-random.js';
import { isLinkable, linkedRecord, type RecordContext } from './product-relations.js';

export type LinkKind = 'related' | 'cross_sell' | 'up_sell';

const COUNTS: Readonly<Record<LinkKind, number>> = { related: 4, up_sell: 3, cross_sell: 2 };
const SALTS: Readonly<Record<LinkKind, number>> = { related: 201, up_sell: 301, cross_sell: 401 };
/** Related and up-sell products are of the same kind, cross-sell ones of a neighbouring one. */
const GROUP_STEPS: Readonly<Record<LinkKind, number>> = { related: 0, up_sell: 0, cross_sell: 1 };
/** How many of a hundred visible products have links of a kind. */
const SHARE_PERCENT = 85;

/** Products a generated product links to, in the merchant's order, whatever their state. */
export function linkedProducts(catalogue: Catalogue, product: Product, kind: LinkKind): Product[] {
  const pool =
    catalogue.linkPools.get(product.group + GROUP_STEPS[kind]) ??
    catalogue.linkPools.get(product.group) ??
    [];
  const has = mix(product.id, SALTS[kind]) % 100 < SHARE_PERCENT;
  if (!has || pool.length === 0 || product.visibility === 'not_visible' || product.dump !== undefined)
    return [];
  const ids = new Set<number>();
  for (let n = 0; n < COUNTS[kind] * 2 && ids.size < COUNTS[kind]; n++) {
    const id = pool[mix(product.id, SALTS[kind] + 1 + n) % pool.length];
    if (id !== undefined && id !== product.id) ids.add(id);
  }
  return [...ids].flatMap((id) => catalogue.products.get(id) ?? []);
}

/** The three link lists of an item; the merchant's positions are not applied, ids ascend instead. */
export function linkLists(context: RecordContext, product: Product): JsonObject {
  const list = (kind: LinkKind) =>
    linkedProducts(context.catalogue, product, kind)
      .filter((linked) => isLinkable(linked, context.store))
      .sort((a, b) => a.id - b.id)
      .map((linked) => linkedRecord(context, linked));
  return {
    relatedProducts: list('related'),
    crosssellProducts: list('cross_sell'),
    upsellProducts: list('up_sell'),
  };
}
