import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { decimal, text, wholeNumber } from './scalars.js';

/** A member of `/products/{id}/group-prices` or `/tier-prices` (those have `qty`), in the base currency. */
export const productGroupPriceSchema = z.object({
  id: text,
  /** `all`, or the id of a customer group as text. */
  customerGroupId: text,
  websiteId: wholeNumber,
  qty: absentOr(decimal),
  price: decimal,
  extensions,
});

export type ProductGroupPrice = z.infer<typeof productGroupPriceSchema>;
