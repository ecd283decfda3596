import type { ProductCard, ProductRecord } from '@maho-storefront/kv-schema';
import type { ProductCustomOption, ProductItem } from '@maho-storefront/maho-client';
import { type BackendUrl, optionalUrl } from './backend-url.js';
import type { ContentHtml } from './html/content-html.js';
import { optionalText } from './html/directives.js';
import { uniqueAscending } from './list-order.js';
import {
  bundleOptions,
  customOptions,
  downloadableLinks,
  gallery,
  groupedProducts,
  productLinks,
  tierPrices,
  variants,
} from './product-parts.js';

/** Prices that only the listing tells: `minimalPrice`, and all prices of a dynamic bundle. */
export interface ListingPrices {
  price?: number | undefined;
  finalPrice?: number | undefined;
  minimalPrice?: number | undefined;
}

export interface ProductRecordSource {
  item: ProductItem;
  listing: ListingPrices;
  /** The product's `/custom-options`, empty when none of its options needs them. */
  optionPrices: readonly ProductCustomOption[];
  slug: string;
  /** Present slug of another product, if it is known. */
  slugOf: (id: number) => string | undefined;
  toUrl: BackendUrl;
  toHtml: ContentHtml;
}

/** Priced by their selections: the item names no price at all. */
const DYNAMIC_PRICE_TYPE = 0;

/**
 * The record under `product:{slug}`. The item is the record; the listing fills in only what the item lacks,
 * so a catalogue rule that the cart does not apply never becomes the price shown. Field order is fixed,
 * because the record's hash is taken over its text.
 */
export function productRecord({
  item,
  listing,
  optionPrices,
  slug,
  slugOf,
  toUrl,
  toHtml,
}: ProductRecordSource): ProductRecord {
  const isDynamicBundle = item.type === 'bundle' && item.priceType === DYNAMIC_PRICE_TYPE;
  return {
    id: item.id,
    sku: item.sku,
    slug,
    name: item.name,
    type: item.type,
    visibility: item.visibility ?? 'catalog_search',
    urlKey: item.urlKey,
    urlPath: item.urlPath,
    description: toHtml(item.description),
    shortDescription: toHtml(item.shortDescription),
    price: item.price ?? (isDynamicBundle ? listing.price : undefined),
    finalPrice: item.finalPrice ?? (isDynamicBundle ? listing.finalPrice : undefined),
    minimalPrice: item.minimalPrice ?? listing.minimalPrice,
    specialPrice: item.specialPrice,
    specialFromDate: item.specialFromDate,
    specialToDate: item.specialToDate,
    newsFromDate: item.newsFromDate,
    newsToDate: item.newsToDate,
    msrp: item.msrp,
    currency: item.currency,
    taxClassId: item.taxClassId,
    tierPrices: tierPrices(item.tierPrices),
    stockStatus: item.stockStatus,
    stockQty: item.stockQty,
    minSaleQty: item.stockItem?.min_sale_qty,
    maxSaleQty: item.stockItem?.max_sale_qty,
    qtyIncrements: item.stockItem?.enable_qty_increments ? item.stockItem.qty_increments : undefined,
    isQtyDecimal: item.stockItem?.is_qty_decimal,
    weight: item.weight,
    gtin: item.gtin,
    mpn: item.mpn,
    barcode: item.barcode,
    countryOfManufacture: item.countryOfManufacture,
    hasRequiredOptions: item.hasRequiredOptions ?? false,
    giftMessageAvailable: item.giftMessageAvailable,
    imageUrl: optionalUrl(toUrl, item.imageUrl),
    imageLabel: item.imageLabel,
    smallImageUrl: optionalUrl(toUrl, item.smallImageUrl),
    thumbnailUrl: optionalUrl(toUrl, item.thumbnailUrl),
    gallery: gallery(item, toUrl),
    categoryIds: uniqueAscending(item.categoryIds),
    configurableOptions: item.configurableOptions.map(({ id, code, label, values }) => ({
      id,
      code,
      label: label ?? code,
      values: values.map((value) => ({ id: value.id, label: value.label })),
    })),
    variants: variants(item, toUrl),
    customOptions: customOptions(item, optionPrices),
    groupedProducts: groupedProducts(item, toUrl),
    bundleOptions: bundleOptions(item),
    priceType: item.priceType,
    priceView: item.priceView,
    shipmentType: item.shipmentType,
    downloadableLinks: downloadableLinks(item),
    linksTitle: item.linksTitle,
    linksPurchasedSeparately: item.linksPurchasedSeparately,
    giftcardType: item.giftcardType,
    giftcardAmounts: item.giftcardAmounts,
    giftcardAmountCurrency: item.giftcardAmountCurrency,
    giftcardMinAmount: item.giftcardMinAmount,
    giftcardMaxAmount: item.giftcardMaxAmount,
    giftcardIsMessageAllowed: item.giftcardIsMessageAllowed,
    attributes: item.additionalAttributes.map(({ code, label, value }) => ({
      code: code ?? '',
      label,
      value: value.trim(),
    })),
    related: productLinks(item.relatedProducts, slugOf),
    upsell: productLinks(item.upsellProducts, slugOf),
    crosssell: productLinks(item.crosssellProducts, slugOf),
    reviewCount: item.reviewCount ?? 0,
    averageRating: item.averageRating,
    metaTitle: item.metaTitle,
    metaDescription: optionalText(item.metaDescription),
    metaKeywords: item.metaKeywords,
    metaRobots: item.metaRobots,
    pageLayout: item.pageLayout,
    extensions: item.extensions,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
  };
}

/** A card as the index keeps it: its slug is joined when a listing page is built. */
export type StoredCard = Omit<ProductCard, 'slug'>;

export function productCard(product: ProductRecord): StoredCard {
  return {
    id: product.id,
    sku: product.sku,
    name: product.name,
    type: product.type,
    price: product.price,
    finalPrice: product.finalPrice,
    minimalPrice: product.minimalPrice,
    specialPrice: product.specialPrice,
    specialFromDate: product.specialFromDate,
    specialToDate: product.specialToDate,
    newsFromDate: product.newsFromDate,
    newsToDate: product.newsToDate,
    currency: product.currency,
    stockStatus: product.stockStatus,
    hasRequiredOptions: product.hasRequiredOptions,
    imageUrl: product.smallImageUrl ?? product.imageUrl,
    imageLabel: product.imageLabel,
    reviewCount: product.reviewCount,
    averageRating: product.averageRating,
  };
}
