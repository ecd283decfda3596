import type { Catalogue } from './catalogue.js';
import type { Category } from './category.js';
import { isListed } from './listing-rules.js';
import type { Product } from './product.js';
import { revisionMemo } from './revision-memo.js';
import type { StoreView } from './store-view.js';

type Groups<K, T> = ReadonlyMap<K, readonly T[]>;

const lists = revisionMemo<readonly Product[]>();
const productsById = revisionMemo<Groups<number, Product>>();
const productsByText = revisionMemo<Groups<string, Product>>();
const categoriesById = revisionMemo<Groups<number, Category>>();

/** Look-ups over the catalogue, built when first asked for and thrown away when an edit moved the revision. */
export class CatalogueIndex {
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** Listed products of a store in ascending order of id. */
  listed(store: StoreView): readonly Product[] {
    return lists(this.#catalogue, store.code, () =>
      [...this.#catalogue.products.values()].filter((product) => isListed(this.#catalogue, product, store)),
    );
  }

  /** Directly assigned products by category id, whatever their state. */
  productsByCategory(): Groups<number, Product> {
    return productsById(this.#catalogue, 'category', () => this.#grouped((product) => product.categoryIds));
  }

  /** Composite products by the id of a part, lowest id first. */
  parents(): Groups<number, Product> {
    return productsById(this.#catalogue, 'part', () =>
      this.#grouped((product) => new Set(product.parts?.map((part) => part.productId))),
    );
  }

  byUrlKey(): Groups<string, Product> {
    return productsByText(this.#catalogue, 'urlKey', () => this.#grouped((product) => [product.urlKey]));
  }

  byUrlPath(): Groups<string, Product> {
    return productsByText(this.#catalogue, 'urlPath', () => this.#grouped((product) => [product.urlPath]));
  }

  /** Direct children by parent id, in the merchant's order. */
  childCategories(): Groups<number, Category> {
    return categoriesById(this.#catalogue, 'parent', () => {
      const inOrder = [...this.#catalogue.categories.values()].sort(
        (a, b) => a.position - b.position || a.id - b.id,
      );
      return groupBy(inOrder, (category) => [category.parentId]);
    });
  }

  #grouped<K>(keysOf: (product: Product) => Iterable<K>): Groups<K, Product> {
    return groupBy(this.#catalogue.products.values(), keysOf);
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
