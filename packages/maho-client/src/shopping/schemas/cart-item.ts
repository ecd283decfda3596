import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { extensions } from '../../schemas/extensions.js';
import { listOf } from '../../schemas/list-of.js';
import { decimal, entityId, text } from '../../schemas/scalars.js';
import { unescaped } from '../errors/plain-text.js';
import { money } from './money.js';

/** What was chosen, in the store's words; plain text. Maho escapes what was typed, and the names of a bundle's parts. */
export const chosenOptionSchema = z.object({ label: text, value: text.transform(unescaped) });

/**
 * A line of a cart.
 *
 * A configurable shows the child's `sku` with the parent's `productId` and `productType`; a dynamic bundle the skus
 * of all its selections joined; a member of a grouped product is a line of its own of type `grouped`.
 */
export const cartItemSchema = z.object({
  id: entityId,
  sku: text,
  name: text,
  /** Fractions are cut off unless the product is sold by them: 1.5 of a lamp is 1. */
  qty: decimal,
  /** What the cart charges: option and super-attribute surcharges are in it, catalogue rules are not. */
  price: money,
  priceInclTax: absentOr(money),
  rowTotal: money,
  rowTotalInclTax: absentOr(money),
  rowTotalWithDiscount: absentOr(money),
  discountAmount: absentOr(money),
  discountPercent: absentOr(decimal),
  taxAmount: absentOr(money),
  taxPercent: absentOr(decimal),
  productId: absentOr(entityId),
  productType: absentOr(z.string()),
  thumbnailUrl: absentOr(z.string()),
  options: listOf(chosenOptionSchema),
  /** The product's own flag, `in_stock` or `out_of_stock`; it says nothing of the quantity. */
  stockStatus: absentOr(z.string()),
  extensions,
});

export type ChosenOption = z.infer<typeof chosenOptionSchema>;
export type CartItem = z.infer<typeof cartItemSchema>;
