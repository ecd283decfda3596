import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { decimal, entityId, flag, wholeNumber } from './scalars.js';

/** Fields that listing and item share. Prices are in `currency`; dates are strings as Maho sends them. */
export const productBaseSchema = z.object({
  id: entityId,
  /** As sent: may end in spaces. */
  sku: z.string(),
  /** simple, configurable, grouped, bundle, virtual, downloadable, giftcard, or a module's own type. */
  type: z.string().min(1),
  name: z.string(),
  status: z.enum(['enabled', 'disabled']),
  visibility: absentOr(z.enum(['not_visible', 'catalog', 'search', 'catalog_search'])),
  /** Not unique: shared with hidden children and sometimes with other products. */
  urlKey: absentOr(z.string()),
  /** Unique within a store, with its suffix if it has one. */
  urlPath: absentOr(z.string()),
  /** HTML with its directives resolved. */
  description: absentOr(z.string()),
  shortDescription: absentOr(z.string()),
  metaTitle: absentOr(z.string()),
  metaDescription: absentOr(z.string()),
  metaKeywords: absentOr(z.string()),
  metaRobots: absentOr(z.string()),
  pageLayout: absentOr(z.string()),
  optionsContainer: absentOr(z.string()),
  price: absentOr(decimal),
  /** Not checked against its dates; a percentage for bundles. */
  specialPrice: absentOr(decimal),
  /** `YYYY-MM-DD`, days of the store's time zone. */
  specialFromDate: absentOr(z.string()),
  specialToDate: absentOr(z.string()),
  newsFromDate: absentOr(z.string()),
  newsToDate: absentOr(z.string()),
  /** Listing: from the price index, catalogue rules included. Item: computed live without them. */
  finalPrice: absentOr(decimal),
  minimalPrice: absentOr(decimal),
  currency: z.string(),
  msrp: absentOr(decimal),
  msrpEnabled: absentOr(wholeNumber),
  msrpDisplayActualPriceType: absentOr(wholeNumber),
  taxClassId: absentOr(wholeNumber),
  stockStatus: z.enum(['in_stock', 'out_of_stock']),
  stockQty: absentOr(decimal),
  weight: absentOr(decimal),
  barcode: absentOr(z.string()),
  gtin: absentOr(z.string()),
  mpn: absentOr(z.string()),
  countryOfManufacture: absentOr(z.string()),
  giftMessageAvailable: absentOr(wholeNumber),
  hasRequiredOptions: absentOr(flag),
  imageUrl: absentOr(z.string()),
  smallImageUrl: absentOr(z.string()),
  thumbnailUrl: absentOr(z.string()),
  imageLabel: absentOr(z.string()),
  smallImageLabel: absentOr(z.string()),
  thumbnailLabel: absentOr(z.string()),
  /** Bundles: 0 dynamic, 1 fixed. */
  priceType: absentOr(wholeNumber),
  skuType: absentOr(wholeNumber),
  weightType: absentOr(wholeNumber),
  priceView: absentOr(wholeNumber),
  shipmentType: absentOr(wholeNumber),
  linksTitle: absentOr(z.string()),
  samplesTitle: absentOr(z.string()),
  linksPurchasedSeparately: absentOr(flag),
  attributeSetId: absentOr(wholeNumber),
  /** All assignments, those of inactive and foreign categories too. */
  categoryIds: listOf(entityId),
  reviewCount: absentOr(wholeNumber),
  /** 1 to 5. */
  averageRating: absentOr(decimal),
  /** `YYYY-MM-DD HH:MM:SS`; UTC, but `createdAt` of an item is in the store's time zone. */
  createdAt: absentOr(z.string()),
  updatedAt: absentOr(z.string()),
  extensions,
});
