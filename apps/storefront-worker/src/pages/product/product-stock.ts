import type { ProductRecord } from '@maho-storefront/kv-schema';

/** Fewer than this are announced, so that a shopper knows to hurry. */
const LOW_STOCK_QTY = 5;

/**
 * Whether anything of a product can be bought. A composite product may be “in stock” while all its parts are
 * sold out: Maho reads its own flag only.
 */
export function isInStock(product: ProductRecord): boolean {
  if (product.stockStatus !== 'in_stock') return false;
  if (product.variants.length > 0) return product.variants.some((variant) => variant.inStock);
  if (product.groupedProducts.length > 0) return product.groupedProducts.some((part) => part.inStock);
  return product.bundleOptions
    .filter((option) => option.required)
    .every((option) => option.selections.some((selection) => selection.inStock));
}

/**
 * How many are left where that is few; null otherwise. A quantity of 0 of a product in stock means that it is
 * not counted, or can be ordered without stock: the API does not tell which.
 */
export function fewLeft(product: ProductRecord): number | null {
  const qty = product.stockQty ?? 0;
  return product.type === 'simple' && qty > 0 && qty < LOW_STOCK_QTY ? qty : null;
}
