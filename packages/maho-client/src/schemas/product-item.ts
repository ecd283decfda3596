import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { additionalAttributeSchema } from './additional-attribute.js';
import { bundleOptionSchema } from './bundle-option.js';
import { configurableOptionSchema } from './configurable-option.js';
import { customOptionSchema } from './custom-option.js';
import { downloadableLinkSchema } from './downloadable-link.js';
import { galleryImageSchema } from './gallery-image.js';
import { groupedProductSchema } from './grouped-product.js';
import { listOf } from './list-of.js';
import { productBaseSchema } from './product-base.js';
import { productLinkSchema } from './product-link.js';
import { decimal, flag, wholeNumber } from './scalars.js';
import { stockItemSchema } from './stock-item.js';
import { tierPriceSchema } from './tier-price.js';
import { variantSchema } from './variant.js';

/**
 * A product as `GET /products/{id}` gives it: the one complete record.
 *
 * It still lacks `minimalPrice` of simple and configurable products and every price of a dynamic bundle, which
 * only the listing has. Lists are empty where there is nothing.
 */
export const productItemSchema = productBaseSchema.extend({
  tierPrices: listOf(tierPriceSchema),
  configurableOptions: listOf(configurableOptionSchema),
  variants: listOf(variantSchema),
  customOptions: listOf(customOptionSchema),
  mediaGallery: listOf(galleryImageSchema),
  groupedProducts: listOf(groupedProductSchema),
  bundleOptions: listOf(bundleOptionSchema),
  downloadableLinks: listOf(downloadableLinkSchema),
  additionalAttributes: listOf(additionalAttributeSchema),
  /** At most 20 of each, in no order of the merchant's; the API spells `crosssell` with three s. */
  relatedProducts: listOf(productLinkSchema),
  crosssellProducts: listOf(productLinkSchema),
  upsellProducts: listOf(productLinkSchema),
  websiteIds: listOf(wholeNumber),
  stockItem: absentOr(stockItemSchema),
  giftcardType: absentOr(z.string()),
  /** Amounts stay in the base currency. */
  giftcardAmounts: listOf(decimal),
  giftcardAmountCurrency: absentOr(z.string()),
  giftcardMinAmount: absentOr(decimal),
  giftcardMaxAmount: absentOr(decimal),
  giftcardIsMessageAllowed: absentOr(flag),
});

export type ProductItem = z.infer<typeof productItemSchema>;
