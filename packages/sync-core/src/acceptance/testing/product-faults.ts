import { isDeepStrictEqual } from 'node:util';
import type { ProductRecord } from '@maho-storefront/kv-schema';
import { textOf, toHtml } from './expected-html.js';
import { type JsonObject, objectOf, objectsOf, picked, sortedBy } from './json-object.js';

/** What the backend says of one product. */
export interface ProductTruth {
  item: JsonObject;
  /** Undefined for a product that is not listed. */
  listing: JsonObject | undefined;
  /** Members of `/custom-options`. */
  optionPrices: readonly JsonObject[];
  slugs: ReadonlyMap<number, string>;
}

const PLAIN_FIELDS = [
  'id',
  'sku',
  'name',
  'type',
  'visibility',
  'urlKey',
  'urlPath',
  'specialPrice',
  'specialFromDate',
  'specialToDate',
  'msrp',
  'currency',
  'stockStatus',
  'stockQty',
  'weight',
  'imageUrl',
  'smallImageUrl',
  'thumbnailUrl',
  'metaTitle',
  'metaDescription',
  'averageRating',
] as const;

const HTML_FIELDS = ['description', 'shortDescription'] as const;

const TYPED_OPTIONS = new Set(['field', 'area', 'file', 'date', 'date_time', 'time']);

/** Every part of a product's record that is not what the backend says. */
export function productFaults(record: ProductRecord, truth: ProductTruth): string[] {
  const actual = objectOf(JSON.parse(JSON.stringify(record)));
  const expected: JsonObject = {
    ...picked(truth.item, ...PLAIN_FIELDS),
    ...picked(expectedPrices(truth), 'price', 'finalPrice', 'minimalPrice'),
    ...expectedHtml(truth),
    ...expectedParts(truth),
    ...expectedLinks(truth),
    slug: truth.slugs.get(record.id),
  };
  const fields = [
    ...PLAIN_FIELDS,
    ...HTML_FIELDS,
    'price',
    'finalPrice',
    'minimalPrice',
    ...Object.keys(expected),
  ];
  const faults = [...new Set(fields)].flatMap((field) =>
    isDeepStrictEqual(actual[field], expected[field])
      ? []
      : [`${record.id} ${field}: ${JSON.stringify(actual[field])} is not ${JSON.stringify(expected[field])}`],
  );
  const changed = HTML_FIELDS.filter((field) => textOf(actual[field]) !== textOf(truth.item[field]));
  return [...faults, ...changed.map((field) => `${record.id} ${field}: its text has changed`)];
}

function expectedHtml({ item }: ProductTruth): JsonObject {
  const html = HTML_FIELDS.map((field) => [field, toHtml(item[field])]);
  return Object.fromEntries(html.filter(([, text]) => text !== undefined));
}

/** The item's prices; the listing's only where the item has none. */
function expectedPrices({ item, listing }: ProductTruth): JsonObject {
  const fromListing = picked(listing ?? {}, 'minimalPrice');
  const isDynamic = item.type === 'bundle' && item.priceType === 0;
  const bundle = isDynamic ? picked(listing ?? {}, 'price', 'finalPrice') : {};
  return { ...bundle, ...fromListing, ...picked(item, 'price', 'finalPrice', 'minimalPrice') };
}

function expectedParts({ item, optionPrices }: ProductTruth): JsonObject {
  return {
    gallery: sortedBy(objectsOf(item.mediaGallery), 'position').map((image) =>
      picked(image, 'url', 'label', 'position'),
    ),
    configurableOptions: objectsOf(item.configurableOptions).map((option) => ({
      ...picked(option, 'id', 'code', 'label'),
      // The backend gives an id without quotes for a value whose label is missing.
      values: objectsOf(option.values).map(({ id, label }) => ({ id, label: String(label) })),
    })),
    variants: sortedBy(objectsOf(item.variants), 'id').map((variant) =>
      picked(variant, 'id', 'sku', 'inStock', 'stockQty', 'attributes', 'imageUrl', 'barcode'),
    ),
    customOptions: expectedOptions(item, optionPrices),
    groupedProducts: byPosition(objectsOf(item.groupedProducts)).map((child) =>
      picked(
        child,
        'id',
        'sku',
        'name',
        'price',
        'finalPrice',
        'imageUrl',
        'inStock',
        'stockQty',
        'defaultQty',
        'position',
      ),
    ),
    bundleOptions: byPosition(objectsOf(item.bundleOptions)).map((option) => ({
      ...picked(option, 'id', 'title', 'type', 'required', 'position'),
      selections: byPosition(objectsOf(option.selections)).map((selection) => ({
        ...picked(selection, 'id', 'productId', 'sku', 'name', 'price', 'priceType', 'inStock'),
        ...picked(selection, 'isDefault', 'canChangeQty', 'defaultQty', 'position'),
        tierPrices: objectsOf(selection.tierPrices).map((tier) =>
          picked(tier, 'qty', 'price', 'savePercent'),
        ),
      })),
    })),
    tierPrices: sortedBy(objectsOf(item.tierPrices), 'qty').map((tier) =>
      picked(tier, 'qty', 'price', 'savePercent'),
    ),
    downloadableLinks: sortedBy(objectsOf(item.downloadableLinks), 'sortOrder').map((link) =>
      picked(link, 'id', 'title', 'price', 'sortOrder', 'numberOfDownloads', 'sampleUrl'),
    ),
    attributes: objectsOf(item.additionalAttributes).map((attribute) => ({
      ...picked(attribute, 'code', 'label'),
      value: String(attribute.value).trim(),
    })),
    giftcardAmounts: item.giftcardAmounts ?? [],
  };
}

function expectedOptions(item: JsonObject, optionPrices: readonly JsonObject[]): JsonObject[] {
  return bySortOrder(objectsOf(item.customOptions)).map((option) => {
    const priced = optionPrices.find(({ id }) => id === option.id) ?? {};
    const limits = picked(
      priced,
      'price',
      'priceType',
      'maxCharacters',
      'fileExtensions',
      'imageSizeX',
      'imageSizeY',
    );
    return {
      ...picked(option, 'id', 'title', 'type', 'required', 'sortOrder'),
      ...(TYPED_OPTIONS.has(String(option.type)) ? limits : {}),
      values: bySortOrder(objectsOf(option.values)).map((value) =>
        picked(value, 'id', 'title', 'price', 'priceType', 'sortOrder'),
      ),
    };
  });
}

/** Linked products by id and by the address they have in this very KV. */
function expectedLinks({ item, slugs }: ProductTruth): JsonObject {
  const links = (field: string) =>
    sortedBy(objectsOf(item[field]), 'id').map(({ id }) => ({ id, slug: slugs.get(Number(id)) }));
  return {
    related: links('relatedProducts'),
    upsell: links('upsellProducts'),
    crosssell: links('crosssellProducts'),
  };
}

function byPosition(objects: readonly JsonObject[]): JsonObject[] {
  return sortedBy(sortedBy(objects, 'id'), 'position');
}

function bySortOrder(objects: readonly JsonObject[]): JsonObject[] {
  return sortedBy(sortedBy(objects, 'id'), 'sortOrder');
}

/** Whether a product's option prices are in a resource of their own. */
export function hasTypedOptions(item: JsonObject): boolean {
  return objectsOf(item.customOptions).some(({ type }) => TYPED_OPTIONS.has(String(type)));
}
