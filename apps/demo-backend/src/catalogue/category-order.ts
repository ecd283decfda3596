import { mix } from '../seeded-random.js';
import type { Catalogue } from './catalogue.js';
import type { Category } from './category.js';
import { descendantsOf } from './category-tree.js';
import type { Product } from './product.js';
import { revisionMemo } from './revision-memo.js';
import type { StoreView } from './store-view.js';

const orders = revisionMemo<readonly Product[]>();
const listedSets = revisionMemo<ReadonlySet<Product>>();

/** Merchant's position of a directly assigned product. */
export function positionIn(category: Category, product: Product): number {
  return category.positions.get(product.id) ?? mix(product.id, category.id) % 1000;
}

/**
 * Listed products of a category in the merchant's order: its own by position, then, for an anchor, those that only
 * its descendants hold. A dumped order is kept as it was; what the dump did not know follows at the end.
 */
export function productsInOrder(
  catalogue: Catalogue,
  category: Category,
  store: StoreView,
): readonly Product[] {
  return orders(catalogue, `${category.id}:${store.code}`, () => {
    const listed = listedSets(catalogue, store.code, () => new Set(catalogue.index.listed(store)));
    return [...ranks(catalogue, category, store)]
      .filter(([product]) => listed.has(product))
      .sort(([a, x], [b, y]) => x - y || a.id - b.id)
      .map(([product]) => product);
  });
}

const INHERITED = 1e6;
const UNKNOWN_TO_DUMP = 1e9;

function ranks(catalogue: Catalogue, category: Category, store: StoreView): Map<Product, number> {
  const byCategory = catalogue.index.productsByCategory();
  const dumped = category.dumpedRanks.get(store.code);
  const found = new Map<Product, number>();
  const collect = (source: Category, offset: number) => {
    for (const product of byCategory.get(source.id) ?? []) {
      if (found.has(product)) continue;
      found.set(product, rank(category, source, product, offset, dumped));
    }
  };
  collect(category, 0);
  if (category.isAnchor) {
    // Children count whether active or not: Maho's index joins on the path only.
    descendantsOf(catalogue, category.id).forEach((child, n) => {
      collect(child, INHERITED * (n + 1));
    });
  }
  if (category.id === store.rootCategoryId) {
    for (const product of withoutCategory(catalogue, category)) found.set(product, INHERITED + product.id);
  }
  return found;
}

/** The index hangs products that are in no category of the tree under its root (list-category-unknown.ld.json). */
function withoutCategory(catalogue: Catalogue, root: Category): Product[] {
  const tree = new Set([root, ...descendantsOf(catalogue, root.id)].map((category) => category.id));
  return [...catalogue.products.values()].filter(
    (product) => !product.categoryIds.some((id) => tree.has(id)),
  );
}

function rank(
  category: Category,
  source: Category,
  product: Product,
  offset: number,
  dumped: ReadonlyMap<number, number> | undefined,
): number {
  if (dumped === undefined) return offset + positionIn(source, product);
  const explicit = source === category ? category.positions.get(product.id) : undefined;
  return explicit ?? dumped.get(product.id) ?? UNKNOWN_TO_DUMP + offset;
}
