import type { Catalogue } from '../catalogue/catalogue.js';
import { productDescription, productName, productSummary } from '../catalogue/generator/product-texts.js';
import { isComposite, type Product } from '../catalogue/product.js';
import { hasDynamicPrice, productPrices } from '../catalogue/product-prices.js';
import type { StoreView } from '../catalogue/store-view.js';
import { utcDateTime } from '../clock.js';
import { type JsonObject, withoutNulls } from '../json.js';
import { chance } from '../seeded-random.js';
import { mainImage } from './product-images.js';
import { reviewSummary } from './review-records.js';

const ATTRIBUTE_SET_ID = 4;
const TAXABLE_GOODS = 2;

/** A product's name as a store sees it. */
export function nameIn(product: Product, store: StoreView): string {
  const edited = product.patches?.get(store.code)?.name ?? product.patches?.get('')?.name;
  if (typeof edited === 'string') return edited;
  const dumped = product.dump?.get(store.code) ?? product.dump?.values().next().value;
  const name = dumped?.item.name;
  return typeof name === 'string' ? name : productName(product, store.language);
}

/** Whether a required option or a choice stands between a shopper and the cart. */
function hasRequiredOptions(product: Product): boolean {
  return product.type === 'configurable' || product.type === 'bundle' || product.allOptions;
}

function bundleFlags(product: Product, store: StoreView): Record<string, number | undefined> {
  if (product.type !== 'bundle') return {};
  const dynamic = hasDynamicPrice(product, store);
  return { skuType: 0, priceType: dynamic ? 0 : 1, weightType: 0, priceView: 0, shipmentType: 0 };
}

function downloadableTexts(product: Product): JsonObject {
  if (product.type !== 'downloadable') return {};
  return { linksTitle: 'Downloads', linksPurchasedSeparately: true, samplesTitle: 'Samples' };
}

function metaTexts(product: Product, name: string): Record<string, string | undefined> {
  if (!chance(45, product.seed, 81)) return {};
  return {
    metaTitle: `${name} | Maho Demo Shop`,
    metaDescription: `${name}: made in small batches, repaired for two years.`,
  };
}

/** The detail keys as every listing shows them: there, but not loaded. */
export const EMPTY_DETAIL: JsonObject = {
  configurableOptions: [],
  variants: [],
  customOptions: [],
  mediaGallery: [],
  downloadableLinks: [],
  groupedProducts: [],
  bundleOptions: [],
  giftcardAmounts: [],
  giftcardIsMessageAllowed: false,
  additionalAttributes: [],
};

/**
 * The part of a generated product's record that items and listings share, prices as on the item,
 * `createdAt` in UTC, detail keys empty.
 */
export function generatedCore(
  catalogue: Catalogue,
  product: Product,
  store: StoreView,
  nowSeconds: number,
): JsonObject {
  const prices = productPrices(catalogue, product, store, nowSeconds);
  const name = productName(product, store.language);
  const image = mainImage(product);
  return withoutNulls({
    '@type': 'Product',
    id: product.id,
    sku: product.sku,
    urlKey: product.urlKey,
    ...metaTexts(product, name),
    pageLayout: chance(60, product.seed, 82) ? 'one_column' : undefined,
    name,
    description: productDescription(product, store.language),
    shortDescription: productSummary(product, store.language),
    type: product.type,
    status: product.enabled ? 'enabled' : 'disabled',
    visibility: product.visibility,
    stockStatus: product.inStock ? 'in_stock' : 'out_of_stock',
    price: prices.price,
    specialPrice: prices.specialPrice,
    specialFromDate: prices.specialFromDate,
    specialToDate: prices.specialToDate,
    newsFromDate: chance(6, product.seed, 83) ? '2026-10-01' : undefined,
    newsToDate: chance(6, product.seed, 83) ? '2097-12-31' : undefined,
    msrpDisplayActualPriceType: chance(30, product.seed, 84) ? 4 : undefined,
    finalPrice: prices.finalPrice === 0 ? undefined : prices.finalPrice,
    currency: store.defaultCurrency,
    tierPrices: [],
    stockQty: product.qty,
    weight: isComposite(product.type) || !isShipped(product) ? undefined : (2 + (product.seed % 40)) / 10,
    optionsContainer: 'container1',
    urlPath: product.urlPath,
    ...bundleFlags(product, store),
    imageUrl: image,
    smallImageUrl: image,
    thumbnailUrl: image,
    categoryIds: [...product.categoryIds],
    createdAt: utcDateTime(product.createdAt),
    updatedAt: utcDateTime(product.updatedAt),
    hasRequiredOptions: hasRequiredOptions(product),
    ...EMPTY_DETAIL,
    ...reviewSummary(product),
    ...downloadableTexts(product),
    attributeSetId: ATTRIBUTE_SET_ID,
    taxClassId: TAXABLE_GOODS,
    extensions: [],
  });
}

function isShipped(product: Product): boolean {
  return product.type === 'simple';
}
