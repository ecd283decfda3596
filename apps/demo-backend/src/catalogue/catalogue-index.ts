import type { Catalogue } from './catalogue.js';
import type { Category } from './category.js';
import { isListed } from './listing-rules.js';
import type { Product } from './product.js';
import type { StoreView } from './store-view.js';

/** Look-ups over the catalogue, built when first asked for and thrown away when an edit moved the revision. */
export class CatalogueIndex {
  readonly #catalogue: Catalogue;
  #revision = -1;
  readonly #memo = new Map<string, unknown>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** Runs `build` once per revision and key. */
  memo<T>(key: string, build: () => T): T {
    if (this.#revision !== this.#catalogue.revision) {
      this.#memo.clear();
      this.#revision = this.#catalogue.revision;
    }
    if (!this.#memo.has(key)) this.#memo.set(key, build());
    // The one cast of this class: a key is only ever written by its own method.
    return this.#memo.get(key) as T;
  }

  /** Listed products of a store in ascending order of id. */
  listed(store: StoreView): readonly Product[] {
    return this.memo(`listed:${store.code}`, () =>
      [...this.#catalogue.products.values()].filter((product) => isListed(this.#catalogue, product, store)),
    );
  }

  /** Directly assigned products by category id, whatever their state. */
  productsByCategory(): ReadonlyMap<number, readonly Product[]> {
    return this.memo('byCategory', () =>
      groupBy(this.#catalogue.products.values(), (product) => product.categoryIds),
    );
  }

  /** Composite products by the id of a part, lowest id first. */
  parents(): ReadonlyMap<number, readonly Product[]> {
    return this.memo('parents', () =>
      groupBy(this.#catalogue.products.values(), (product) => new Set(product.parts?.map((p) => p.productId))),
    );
  }

  byUrlKey(): ReadonlyMap<string, readonly Product[]> {
    return this.memo('byUrlKey', () => groupBy(this.#catalogue.products.values(), (product) => [product.urlKey]));
  }

  byUrlPath(): ReadonlyMap<string, readonly Product[]> {
    return this.memo('byUrlPath', () =>
      groupBy(this.#catalogue.products.values(), (product) => [product.urlPath]),
    );
  }

  /** Direct children by parent id, in the merchant's order. */
  childCategories(): ReadonlyMap<number, readonly Category[]> {
    return this.memo('children', () => {
      const inOrder = [...this.#catalogue.categories.values()].sort(
        (a, b) => a.position - b.position || a.id - b.id,
      );
      return groupBy(inOrder, (category) => [category.parentId]);
    });
  }
}

function groupBy<K, T>(items: Iterable<T>, keysOf: (item: T) => Iterable<K>): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
