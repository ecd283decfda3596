import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { decimal } from './scalars.js';

/** A price from a quantity on, for the anonymous customer group; a percentage for bundles. */
export const tierPriceSchema = z.object({
  qty: decimal,
  price: decimal,
  savePercent: absentOr(decimal),
});

export type TierPrice = z.infer<typeof tierPriceSchema>;
