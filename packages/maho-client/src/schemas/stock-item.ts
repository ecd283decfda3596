import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { decimal, flag } from './scalars.js';

const stockItemFields = z.object({
  qty: absentOr(decimal),
  is_in_stock: absentOr(flag),
  min_sale_qty: absentOr(decimal),
  /** 0 is no limit. */
  max_sale_qty: absentOr(decimal),
  is_qty_decimal: absentOr(flag),
  qty_increments: absentOr(decimal),
  enable_qty_increments: absentOr(flag),
});

/**
 * The public part of a stock item, in the API's own snake_case; `[]` (an empty PHP array) reads as `{}`.
 *
 * Back-orders are not readable, so a quantity of 0 that is in stock is normal.
 */
export const stockItemSchema = z.preprocess((sent) => (Array.isArray(sent) ? {} : sent), stockItemFields);

export type StockItem = z.infer<typeof stockItemSchema>;
