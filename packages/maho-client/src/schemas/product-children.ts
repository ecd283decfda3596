import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { decimal, entityId, flag, text, wholeNumber } from './scalars.js';

/** The one member of `/products/{id}/configurable`. */
export const configurableChildrenSchema = z.object({
  id: entityId,
  superAttributes: listOf(z.string()),
  childProductIds: listOf(entityId),
  extensions,
});

/** A member of `/products/{id}/grouped`. */
export const groupedChildSchema = z.object({
  id: text,
  childProductId: entityId,
  childProductSku: z.string(),
  childProductName: absentOr(z.string()),
  qty: absentOr(decimal),
  position: absentOr(wholeNumber),
  extensions,
});

/** A member of `/products/{id}/bundle-options`: names differ from the item's (`selectionId`, `qty`). */
export const bundleChildrenSchema = z.object({
  id: entityId,
  title: absentOr(text),
  type: z.string(),
  required: flag,
  position: absentOr(wholeNumber),
  selections: listOf(
    z.object({
      selectionId: entityId,
      productId: entityId,
      sku: z.string(),
      name: z.string(),
      price: absentOr(decimal),
      priceType: absentOr(z.string()),
      qty: absentOr(decimal),
      canChangeQty: absentOr(flag),
      isDefault: absentOr(flag),
      position: absentOr(wholeNumber),
    }),
  ),
  extensions,
});

export type ConfigurableChildren = z.infer<typeof configurableChildrenSchema>;
export type GroupedChild = z.infer<typeof groupedChildSchema>;
export type BundleChildren = z.infer<typeof bundleChildrenSchema>;
