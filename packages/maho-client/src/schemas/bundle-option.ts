import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { listOf } from './list-of.js';
import { decimal, entityId, flag, text, wholeNumber } from './scalars.js';
import { tierPriceSchema } from './tier-price.js';

/** One product to choose within a bundle option; `id` is the selection's, `productId` the product's. */
export const bundleSelectionSchema = z.object({
  id: entityId,
  productId: entityId,
  sku: z.string(),
  name: z.string(),
  /** Of a dynamic bundle: the child's final price. */
  price: absentOr(decimal),
  priceType: absentOr(z.string()),
  inStock: flag,
  isDefault: absentOr(flag),
  canChangeQty: absentOr(flag),
  defaultQty: absentOr(decimal),
  position: absentOr(wholeNumber),
  tierPrices: listOf(tierPriceSchema),
});

/** A choice within a bundle. */
export const bundleOptionSchema = z.object({
  id: entityId,
  title: absentOr(text),
  /** select, radio, checkbox or multi. */
  type: z.string(),
  required: flag,
  position: absentOr(wholeNumber),
  selections: listOf(bundleSelectionSchema),
});

export type BundleSelection = z.infer<typeof bundleSelectionSchema>;
export type BundleOption = z.infer<typeof bundleOptionSchema>;
