import type { Product } from '../catalogue/product.js';
import { productPrices } from '../catalogue/product-prices.js';
import { utcDateTime } from '../clock.js';
import { type JsonObject, type JsonValue, numberIn, objectsIn } from '../json.js';
import { nameIn } from './product-core.js';
import { stockItem } from './product-detail.js';
import { isLinkable, type RecordContext } from './product-relations.js';

/** The dumped item of a product in a store, or of whichever store has one; undefined for products made later. */
export function dumpedItem(product: Product, storeCode: string): JsonObject | undefined {
  return (product.dump?.get(storeCode) ?? product.dump?.values().next().value)?.item;
}

function setOrDelete(record: JsonObject, field: string, value: JsonValue | undefined): void {
  if (value === undefined) delete record[field];
  else record[field] = value;
}

/** Writes the state that edits move over a dumped record. */
export function overlayState(context: RecordContext, product: Product, record: JsonObject): void {
  const prices = productPrices(context.catalogue, product, context.store, context.now);
  record.sku = product.sku;
  record.status = product.enabled ? 'enabled' : 'disabled';
  record.visibility = product.visibility;
  record.stockStatus = product.inStock ? 'in_stock' : 'out_of_stock';
  record.stockQty = product.qty;
  record.urlKey = product.urlKey;
  record.urlPath = product.urlPath;
  record.categoryIds = [...product.categoryIds];
  record.updatedAt = utcDateTime(product.updatedAt);
  if (product.type === 'bundle') return;
  setOrDelete(record, 'price', prices.price);
  setOrDelete(record, 'specialPrice', prices.specialPrice);
  setOrDelete(record, 'specialFromDate', prices.specialFromDate);
  setOrDelete(record, 'specialToDate', prices.specialToDate);
  setOrDelete(record, 'finalPrice', prices.finalPrice === 0 ? undefined : prices.finalPrice);
}

/** Adds reviews that were written after the dump. */
export function overlayReviews(product: Product, record: JsonObject): void {
  const added = product.addedReviews ?? [];
  if (added.length === 0) return;
  const count = numberIn(record.reviewCount) ?? 0;
  const sum = count * (numberIn(record.averageRating) ?? 0);
  const total = added.reduce((running, review) => running + review.rating, sum);
  record.reviewCount = count + added.length;
  record.averageRating = Math.round((total / (count + added.length)) * 10) / 10;
}

/** Item-only state. */
export function overlayItemState(product: Product, record: JsonObject): void {
  record.websiteIds = [...product.websites];
  record.stockItem = { ...stockItem(product) };
}

type Refresh = (entry: JsonObject, child: Product) => JsonObject;

/** Brings the copies of other products in a dumped record up to date; deleted ones fall out, untouched ones stay. */
export function refreshRelations(context: RecordContext, record: JsonObject): void {
  const refresh = (list: JsonValue | undefined, idField: string, update: Refresh): JsonObject[] =>
    objectsIn(list).flatMap((entry) => {
      const id = numberIn(entry[idField]);
      if (id === undefined || context.catalogue.deletedProducts.has(id)) return [];
      const child = context.catalogue.products.get(id);
      return [child?.touched === true ? update(entry, child) : entry];
    });
  record.variants = refresh(record.variants, 'id', (entry, child) => ({
    ...entry,
    sku: child.sku,
    stockQty: child.qty,
    inStock: child.inStock,
  }));
  record.groupedProducts = refresh(record.groupedProducts, 'id', (entry, child) =>
    refreshedMember(context, entry, child, true),
  );
  record.bundleOptions = objectsIn(record.bundleOptions).map((option) => ({
    ...option,
    selections: refresh(option.selections, 'productId', (entry, child) =>
      refreshedMember(context, entry, child, false),
    ),
  }));
  for (const field of ['relatedProducts', 'crosssellProducts', 'upsellProducts']) {
    record[field] = refresh(record[field], 'id', (entry, child) =>
      refreshedLink(context, entry, child),
    ).filter((entry) => isStillLinked(context, entry));
  }
}

function refreshedMember(
  context: RecordContext,
  entry: JsonObject,
  child: Product,
  isGrouped: boolean,
): JsonObject {
  const prices = productPrices(context.catalogue, child, context.store, context.now);
  const own = { ...entry, sku: child.sku, name: nameIn(child, context.store), inStock: child.inStock };
  if (!isGrouped) return { ...own, price: prices.finalPrice ?? 0 };
  return { ...own, price: prices.price ?? 0, finalPrice: prices.finalPrice ?? 0, stockQty: child.qty };
}

function refreshedLink(context: RecordContext, entry: JsonObject, child: Product): JsonObject {
  const prices = productPrices(context.catalogue, child, context.store, context.now);
  return {
    ...entry,
    sku: child.sku,
    name: nameIn(child, context.store),
    urlKey: child.urlKey,
    price: prices.price ?? null,
    specialPrice: prices.specialPrice ?? null,
    finalPrice: prices.finalPrice ?? null,
    stockStatus: child.inStock ? 'in_stock' : 'out_of_stock',
  };
}

function isStillLinked(context: RecordContext, entry: JsonObject): boolean {
  const child = context.catalogue.products.get(numberIn(entry.id) ?? 0);
  return child === undefined || !child.touched || isLinkable(child, context.store);
}
