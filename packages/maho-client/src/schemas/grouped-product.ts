import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { decimal, entityId, flag, wholeNumber } from './scalars.js';

/** A member of a grouped product. Members of equal position come in no stable order. */
export const groupedProductSchema = z.object({
  id: entityId,
  sku: z.string(),
  name: z.string(),
  price: absentOr(decimal),
  finalPrice: absentOr(decimal),
  imageUrl: absentOr(z.string()),
  inStock: flag,
  stockQty: absentOr(decimal),
  defaultQty: absentOr(decimal),
  position: absentOr(wholeNumber),
});

export type GroupedProduct = z.infer<typeof groupedProductSchema>;
