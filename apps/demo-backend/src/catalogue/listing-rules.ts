import type { Catalogue } from './catalogue.js';
import { isComposite, type Part, type Product } from './product.js';
import type { StoreView } from './store-view.js';

/** Readable by id: enabled and on the store's website, whatever its visibility or stock. */
export function isReadable(product: Product, store: StoreView): boolean {
  return product.enabled && product.websites.includes(store.websiteId);
}

/**
 * Whether the stock index calls a product saleable. A composite is not when none of its parts is,
 * even though its own flag still says in_stock (three configurables of the real catalogue show this).
 */
export function isSaleable(catalogue: Catalogue, product: Product, store: StoreView): boolean {
  if (!product.inStock) return false;
  if (!isComposite(product.type)) return true;
  const parts = product.parts ?? [];
  const saleable = (part: Part) => isPartSaleable(catalogue, part, store);
  if (product.type !== 'bundle') return parts.some(saleable);
  return [...requiredOptions(parts)].every((option) =>
    parts.some((part) => part.option === option && saleable(part)),
  );
}

function isPartSaleable(catalogue: Catalogue, part: Part, store: StoreView): boolean {
  const product = catalogue.products.get(part.productId);
  return product?.inStock === true && isReadable(product, store);
}

function requiredOptions(parts: readonly Part[]): Set<number | undefined> {
  return new Set(parts.filter((part) => part.required === true).map((part) => part.option));
}

/** In the plain and the category listing: readable, visible in the catalogue, and priced in the index. */
export function isListed(catalogue: Catalogue, product: Product, store: StoreView): boolean {
  const visible = product.visibility === 'catalog' || product.visibility === 'catalog_search';
  return visible && isReadable(product, store) && isSaleable(catalogue, product, store);
}

/** In search results. */
export function isSearchable(catalogue: Catalogue, product: Product, store: StoreView): boolean {
  const visible = product.visibility === 'search' || product.visibility === 'catalog_search';
  return visible && isReadable(product, store) && isSaleable(catalogue, product, store);
}
