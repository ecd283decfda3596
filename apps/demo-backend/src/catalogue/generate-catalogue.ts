import { Catalogue } from './catalogue.js';
import { generateCategories } from './generator/generate-categories.js';
import { generateContent } from './generator/generate-content.js';
import { generateProducts } from './generator/generate-products.js';
import { planStores } from './generator/store-plan.js';

export interface CatalogueSize {
  /** Products listed in the first store; hidden, sold-out and disabled ones come on top. At least 1. */
  readonly products: number;
  /** Active categories that can be reached from the first store's root; an inactive branch comes on top. At least 1. */
  readonly categories: number;
  /** Store views; the second website holds 60 % of the first one's listed products (rounded down). At least 1. */
  readonly stores: number;
  readonly seed: number;
}

/**
 * A believable lifestyle shop of any size; the same size and seed give the same shop, to the byte.
 * Throws RangeError when a number is not a positive integer.
 */
export function generateCatalogue(size: CatalogueSize): Catalogue {
  requirePositive('products', size.products);
  requirePositive('categories', size.categories);
  requirePositive('stores', size.stores);
  const stores = planStores(size.stores);
  const categories = generateCategories(size.categories, stores, size.seed);
  const { products, listed } = generateProducts(size.products, stores, categories, size.seed);
  const catalogue = new Catalogue({
    stores,
    categories: categories.categories,
    products,
    ...generateContent(stores),
    countries: new Map(),
    linkPools: listed,
  });
  return catalogue;
}

function requirePositive(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`${name} must be a whole number of at least 1, not ${value}.`);
  }
}
