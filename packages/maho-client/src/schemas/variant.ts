import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { recordOf } from './record-of.js';
import { decimal, entityId, flag, text, wholeNumber } from './scalars.js';

/**
 * A child of a configurable. Disabled children are listed too.
 *
 * `price` and `finalPrice` are 0 on a stock Maho and then say nothing: take the parent's, or read the child.
 */
export const variantSchema = z.object({
  id: entityId,
  sku: z.string(),
  price: absentOr(decimal),
  finalPrice: absentOr(decimal),
  stockQty: absentOr(decimal),
  inStock: flag,
  /** Attribute code to option id, as in `configurableOptions`. */
  attributes: recordOf(wholeNumber),
  barcode: absentOr(text),
  imageUrl: absentOr(z.string()),
});

export type Variant = z.infer<typeof variantSchema>;
