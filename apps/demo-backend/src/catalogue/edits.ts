import type { Catalogue } from './catalogue.js';
import { categoryEdits } from './edits/category-edits.js';
import { configEdits } from './edits/config-edits.js';
import { contentEdits } from './edits/content-edits.js';
import { lifecycleEdits } from './edits/lifecycle-edits.js';
import { productEdits } from './edits/product-edits.js';
import { stockEdits } from './edits/stock-edits.js';

/** Every way a shop's owner, a customer or a script changes the shop, each with the traces Maho leaves. */
export type CatalogueEdits = ReturnType<typeof createEdits>;

export function createEdits(catalogue: Catalogue) {
  return {
    ...productEdits(catalogue),
    ...lifecycleEdits(catalogue),
    ...stockEdits(catalogue),
    ...categoryEdits(catalogue),
    ...contentEdits(catalogue),
    ...configEdits(catalogue),
  };
}
