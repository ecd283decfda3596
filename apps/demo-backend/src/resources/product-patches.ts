import type { Product } from '../catalogue/product.js';
import type { StoreView } from '../catalogue/store-view.js';
import type { JsonObject } from '../json.js';

/** Fields whose value is computed from the model; a patch reaches them through it. */
const COMPUTED = new Set(['price', 'specialPrice', 'specialFromDate', 'specialToDate']);

/** Writes the edited fields over a record: default scope first, then the store's own; null takes a field away. */
export function applyPatches(record: JsonObject, product: Product, store: StoreView): void {
  for (const scope of ['', store.code]) {
    const fields = product.patches?.get(scope);
    if (fields === undefined) continue;
    for (const [field, value] of Object.entries(fields)) {
      if (COMPUTED.has(field)) continue;
      if (value === null) delete record[field];
      else record[field] = value;
    }
  }
}
