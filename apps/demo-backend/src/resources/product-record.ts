import type { Product } from '../catalogue/product.js';
import { indexedPrices } from '../catalogue/product-prices.js';
import { localDateTime, parseUtcDateTime } from '../clock.js';
import { type JsonObject, stringIn } from '../json.js';
import { EMPTY_DETAIL, generatedCore } from './product-core.js';
import { itemDetail, listingDetail } from './product-detail.js';
import {
  dumpedItem,
  overlayItemState,
  overlayReviews,
  overlayState,
  refreshRelations,
} from './product-dumped.js';
import { applyPatches } from './product-patches.js';
import type { RecordContext } from './product-relations.js';

export type ListingKind = 'plain' | 'category' | 'urlKey' | 'fullDetail';

/** Not loaded in a category or search listing, because the attributes are not "used in product listing". */
const NOT_IN_CATEGORY_LISTING = [
  'pageLayout',
  'description',
  'weight',
  'metaTitle',
  'metaDescription',
  'metaKeywords',
  'metaRobots',
  'optionsContainer',
  'urlPath',
  'imageUrl',
  'skuType',
  'priceType',
  'weightType',
  'priceView',
  'shipmentType',
  'linksTitle',
  'linksPurchasedSeparately',
  'samplesTitle',
  'countryOfManufacture',
];

const ITEM_ONLY = [
  'relatedProducts',
  'crosssellProducts',
  'upsellProducts',
  'websiteIds',
  'stockItem',
  '@context',
];

/** The item's record, `createdAt` on the store's wall clock as Maho prints it there. */
export function productItem(context: RecordContext, product: Product): JsonObject {
  const dumped = dumpedItem(product, context.store.code);
  if (dumped !== undefined) return dumpedProductItem(context, product, dumped);
  const core = generatedCore(context.catalogue, product, context.store, context.now);
  const item = { ...core, ...itemDetail(context, product, core) };
  item.createdAt = localDateTime(product.createdAt, context.store.timezone);
  if (product.type === 'grouped' && item.finalPrice !== undefined) item.minimalPrice = item.finalPrice;
  applyPatches(item, product, context.store);
  return item;
}

function dumpedProductItem(context: RecordContext, product: Product, dumped: JsonObject): JsonObject {
  const record = { ...dumped };
  delete record['@context'];
  if (context.catalogue.revision === 0) return record;
  if (product.touched) {
    overlayState(context, product, record);
    overlayItemState(product, record);
    overlayReviews(product, record);
    applyPatches(record, product, context.store);
  }
  refreshRelations(context, record);
  return record;
}

/** The record of a listing. */
export function productListing(context: RecordContext, product: Product, kind: ListingKind): JsonObject {
  const record =
    product.dump === undefined ? generatedListing(context, product) : dumpedListing(context, product);
  if (kind === 'fullDetail') return { ...record, ...fullDetail(context, product, record) };
  if (kind === 'urlKey') {
    delete record.minimalPrice;
    // The special path does not join the stock table (products/list-urlkey.ld.json).
    record.stockQty = 0;
    return record;
  }
  if (kind === 'category') {
    for (const field of NOT_IN_CATEGORY_LISTING) delete record[field];
    // Not loaded either, and Maho reads nothing as this (list-category-unknown.ld.json).
    record.visibility = 'catalog_search';
  }
  return record;
}

function generatedListing(context: RecordContext, product: Product): JsonObject {
  const record = generatedCore(context.catalogue, product, context.store, context.now);
  applyPatches(record, product, context.store);
  Object.assign(record, EMPTY_DETAIL, { tierPrices: [] });
  return withIndexedPrices(context, product, record);
}

/** A dumped listing as it was; derived from the item where the product was not listed then or has changed. */
function dumpedListing(context: RecordContext, product: Product): JsonObject {
  const listing = product.dump?.get(context.store.code)?.listing;
  if (listing !== undefined && !hasMoved(context, product)) return { ...listing };
  const record = { ...(listing ?? dumpedItem(product, context.store.code)) };
  for (const field of ITEM_ONLY) delete record[field];
  overlayState(context, product, record);
  overlayReviews(product, record);
  if (listing === undefined) record.createdAt = utcCreatedAt(product, record);
  applyPatches(record, product, context.store);
  Object.assign(record, EMPTY_DETAIL, { tierPrices: [] });
  return product.type === 'bundle' && !hasMovedParts(context, product)
    ? record
    : withIndexedPrices(context, product, record);
}

function utcCreatedAt(product: Product, record: JsonObject): string {
  const local = stringIn(record.createdAt) ?? '';
  return parseUtcDateTime(local) === undefined ? local : localDateTime(product.createdAt, 'UTC');
}

function hasMovedParts(context: RecordContext, product: Product): boolean {
  return (product.parts ?? []).some(
    (part) => context.catalogue.products.get(part.productId)?.touched !== false,
  );
}

function hasMoved(context: RecordContext, product: Product): boolean {
  if (context.catalogue.revision === 0) return false;
  const partsCount = product.type === 'grouped' || product.type === 'bundle';
  return product.touched || (partsCount && hasMovedParts(context, product));
}

function withIndexedPrices(context: RecordContext, product: Product, record: JsonObject): JsonObject {
  const prices = indexedPrices(context.catalogue, product, context.store, context.now);
  record.price = prices.price;
  if (prices.finalPrice === 0) delete record.finalPrice;
  else record.finalPrice = prices.finalPrice;
  record.minimalPrice = prices.minimalPrice;
  return record;
}

function fullDetail(context: RecordContext, product: Product, record: JsonObject): JsonObject {
  if (product.dump === undefined) return listingDetail(context, product, record);
  const item = productItem(context, product);
  const fields = [...Object.keys(EMPTY_DETAIL), ...ITEM_ONLY, 'tierPrices'];
  const filled = Object.fromEntries(
    fields.filter((field) => item[field] !== undefined).map((field) => [field, item[field] ?? null]),
  );
  return { ...filled, mediaGallery: [], customOptions: [] };
}
