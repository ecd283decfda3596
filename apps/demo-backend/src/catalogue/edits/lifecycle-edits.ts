import type { JsonObject } from '../../json.js';
import type { Catalogue } from '../catalogue.js';
import { newProduct, type Part, type ProductType, type Visibility } from '../product.js';
import { slugOf } from '../slug.js';
import { EditError, requireProduct } from './edit-error.js';
import { savedProduct, unnoticed } from './traces.js';
import { freePath } from './url-keys.js';

export interface NewProductInput {
  readonly name: string;
  readonly price: number;
  readonly type?: ProductType;
  readonly sku?: string;
  readonly urlKey?: string;
  readonly visibility?: Visibility;
  readonly categoryIds?: readonly number[];
  readonly websiteIds?: readonly number[];
  readonly qty?: number;
  readonly parts?: readonly Part[];
  /** Further fields by their API names. */
  readonly fields?: JsonObject;
}

/** Creating and deleting products. */
export function lifecycleEdits(catalogue: Catalogue) {
  // An id is never given twice, even when the newest product was deleted.
  const nextId = () => Math.max(highest(catalogue.products.keys()), highest(catalogue.deletedProducts)) + 1;

  return {
    /** Creates a product by a model save and returns its id, the highest so far. */
    createProduct(input: NewProductInput): number {
      if (!(input.price >= 0)) throw new EditError(`A price of ${input.price} is none.`);
      const id = nextId();
      const product = newProduct({
        id,
        sku: input.sku ?? `NEW-${id}`,
        type: input.type ?? 'simple',
        seed: id,
        group: id,
        urlKey: input.urlKey ?? slugOf(input.name),
        price: input.price,
        createdAt: catalogue.nowSeconds(),
        visibility: input.visibility ?? 'catalog_search',
        categoryIds: input.categoryIds ?? [],
        websites: input.websiteIds ?? [...new Set(catalogue.stores.map((store) => store.websiteId))],
        qty: input.qty ?? 10,
        inStock: (input.qty ?? 10) > 0,
        parts: input.parts,
        patches: new Map([['', { ...input.fields, name: input.name }]]),
      });
      product.urlPath = freePath(catalogue, product);
      catalogue.products.set(id, product);
      savedProduct(catalogue, product);
      return id;
    },
    /** Deletes a product; its id answers 404 from now on. */
    deleteProduct(id: number): void {
      const product = requireProduct(catalogue, id);
      catalogue.products.delete(id);
      catalogue.deletedProducts.add(id);
      catalogue.cacheGeneration++;
      unnoticed(catalogue, product);
    },
  };
}

/** A loop, because spreading 100,000 ids into Math.max would overflow the stack. */
function highest(ids: Iterable<number>): number {
  let found = 0;
  for (const id of ids) if (id > found) found = id;
  return found;
}
