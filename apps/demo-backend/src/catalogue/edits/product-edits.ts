import type { JsonObject, JsonValue } from '../../json.js';
import { numberIn, numbersIn, stringIn } from '../../json.js';
import type { Catalogue } from '../catalogue.js';
import type { Product, Visibility } from '../product.js';
import { patchedValue, productPrices } from '../product-prices.js';
import { EditError, requireProduct } from './edit-error.js';
import { flushed, savedProduct, unnoticed } from './traces.js';
import { moveToOwnPath } from './url-keys.js';

/**
 * Fields by their API names; null removes one. `status`, `visibility`, `categoryIds`, `websiteIds`, `stockQty` and `urlKey` change
 * the model, anything else (name, description, price, specialPrice, mediaGallery, …) is shown as given. A `urlKey` that is
 * saved for one store view is shown in that one alone.
 */
export type ProductPatch = JsonObject;

export interface EditScope {
  /** The store view to save at; the default scope when absent. */
  readonly storeCode?: string;
}

const VISIBILITIES: readonly Visibility[] = ['not_visible', 'catalog', 'search', 'catalog_search'];

/** Parser: a visibility by its API name. */
export function visibilityOf(value: JsonValue | undefined): Visibility {
  const found = VISIBILITIES.find((visibility) => visibility === value);
  if (found === undefined) throw new EditError(`Unknown visibility ${JSON.stringify(value)}.`);
  return found;
}

/** Applies the fields that listings and addresses depend on; says whether the field was one of them. */
function applyModelField(catalogue: Catalogue, product: Product, field: string, value: JsonValue): boolean {
  switch (field) {
    case 'status':
      product.enabled = value === 'enabled';
      return true;
    case 'visibility':
      product.visibility = visibilityOf(value);
      return true;
    case 'categoryIds':
      product.categoryIds = numbersIn(value);
      return true;
    case 'websiteIds':
      product.websites = numbersIn(value);
      return true;
    case 'sku':
      product.sku = stringIn(value) ?? product.sku;
      return true;
    case 'stockQty':
      product.qty = numberIn(value) ?? 0;
      product.inStock = product.qty > 0;
      return true;
    case 'urlKey':
      product.urlKey = stringIn(value) ?? product.urlKey;
      moveToOwnPath(catalogue, product, true);
      return true;
    default:
      return false;
  }
}

function modelValue(product: Product, field: string): JsonValue | undefined {
  const values: Record<string, JsonValue> = {
    status: product.enabled ? 'enabled' : 'disabled',
    visibility: product.visibility,
    categoryIds: product.categoryIds,
    websiteIds: product.websites,
    sku: product.sku,
    urlKey: product.urlKey,
    stockQty: product.qty,
  };
  return values[field];
}

/** Merges fields into one scope of a product's edits. */
function patch(product: Product, storeCode: string, fields: JsonObject): void {
  product.patches ??= new Map();
  product.patches.set(storeCode, { ...product.patches.get(storeCode), ...fields });
}

function isUnchanged(
  catalogue: Catalogue,
  product: Product,
  field: string,
  value: JsonValue,
  code: string,
): boolean {
  const store = catalogue.store(code) ?? catalogue.defaultStore;
  const before =
    modelValue(product, field) ??
    (field === 'price'
      ? productPrices(catalogue, product, store, catalogue.nowSeconds()).price
      : patchedValue(product, code, field));
  return JSON.stringify(before) === JSON.stringify(value);
}

/** Edits through the product form and the mass actions. */
export function productEdits(catalogue: Catalogue) {
  const updateProduct = (id: number, fields: ProductPatch, scope: EditScope = {}): void => {
    const product = requireProduct(catalogue, id);
    const code = scope.storeCode ?? '';
    if (code !== '' && catalogue.store(code) === undefined) throw new EditError(`There is no store ${code}.`);
    const changed = Object.entries(fields).filter(
      ([field, value]) => !isUnchanged(catalogue, product, field, value, code),
    );
    // A save without a change leaves updatedAt where it was (deltas.json, 19-no-op-save).
    if (changed.length === 0) {
      catalogue.cacheGeneration++;
      return;
    }
    for (const [field, value] of changed) {
      if (field === 'urlKey' && code !== '') patch(product, code, { urlKey: value, urlPath: value });
      else if (!applyModelField(catalogue, product, field, value)) patch(product, code, { [field]: value });
    }
    savedProduct(catalogue, product);
  };

  return {
    /** A model save: moves updatedAt and flushes the product cache, unless nothing changed. */
    updateProduct,
    /** Enables or disables by a model save. */
    setStatus(id: number, status: 'enabled' | 'disabled'): void {
      updateProduct(id, { status });
    },
    setVisibility(id: number, visibility: Visibility): void {
      updateProduct(id, { visibility });
    },
    /** Renames a url key; the old path redirects to the new one unless `keepRedirect` is false. */
    renameUrlKey(id: number, urlKey: string, options: { keepRedirect?: boolean } = {}): void {
      const product = requireProduct(catalogue, id);
      product.urlKey = urlKey;
      moveToOwnPath(catalogue, product, options.keepRedirect ?? true);
      savedProduct(catalogue, product);
    },
    /** Two products exchange their url keys and paths; no redirect is left. */
    swapUrlKeys(firstId: number, secondId: number): void {
      const first = requireProduct(catalogue, firstId);
      const second = requireProduct(catalogue, secondId);
      [first.urlKey, second.urlKey] = [second.urlKey, first.urlKey];
      [first.urlPath, second.urlPath] = ['', ''];
      moveToOwnPath(catalogue, first, false);
      moveToOwnPath(catalogue, second, false);
      savedProduct(catalogue, first);
      savedProduct(catalogue, second);
    },
    /** The admin's mass action: moves updatedAt, but cached items stay for the rest of their 300 s. */
    massUpdatePrice(id: number, price: number): void {
      const product = requireProduct(catalogue, id);
      patch(product, '', { price });
      product.updatedAt = catalogue.nowSeconds();
      unnoticed(catalogue, product);
    },
    /** A price written straight into the database: no event, no updatedAt, no flush. */
    writePriceBySql(id: number, price: number): void {
      const product = requireProduct(catalogue, id);
      patch(product, '', { price });
      unnoticed(catalogue, product);
    },
    /** A catalogue price rule; only listings show it. 0 ends the rule. */
    setPriceRule(id: number, percent: number): void {
      const product = requireProduct(catalogue, id);
      if (!(percent >= 0 && percent <= 100))
        throw new EditError(`A rule takes 0 to 100 per cent, not ${percent}.`);
      product.rulePercent = percent;
      flushed(catalogue, product);
    },
    removeFromWebsite(id: number, websiteId: number): void {
      const product = requireProduct(catalogue, id);
      updateProduct(id, { websiteIds: product.websites.filter((website) => website !== websiteId) });
    },
    /** An approved review; neither updatedAt nor the product cache notices. Returns the review's id. */
    addReview(
      id: number,
      review: { title: string; detail: string; nickname: string; rating: number },
    ): number {
      const product = requireProduct(catalogue, id);
      product.addedReviews ??= [];
      const reviewId = id * 100 + 50 + product.addedReviews.length;
      product.addedReviews.push({ id: reviewId, ...review, createdAt: catalogue.nowSeconds() });
      unnoticed(catalogue, product);
      return reviewId;
    },
  };
}
