import type { Catalogue } from '../catalogue.js';
import { requireProduct } from './edit-error.js';
import { flushed, unnoticed } from './traces.js';

/** Stock: never moves updatedAt (deltas.json, 03 and 04). */
export function stockEdits(catalogue: Catalogue) {
  return {
    /** Saves the stock item; 0 puts it out of stock and so out of the listings. Flushes the product cache. */
    setStock(id: number, qty: number): void {
      const product = requireProduct(catalogue, id);
      product.qty = qty;
      product.inStock = qty > 0;
      flushed(catalogue, product);
    },
    /** The stock flag alone, as for composite products, which hold no quantity. */
    setInStock(id: number, inStock: boolean): void {
      const product = requireProduct(catalogue, id);
      product.inStock = inStock;
      flushed(catalogue, product);
    },
    /** An order takes stock by direct SQL: no event, so cached items keep the old quantity. */
    sellByOrder(id: number, qty: number): void {
      const product = requireProduct(catalogue, id);
      product.qty = Math.max(0, product.qty - qty);
      product.inStock = product.qty > 0;
      unnoticed(catalogue, product);
    },
  };
}
