import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { extensions } from '../../schemas/extensions.js';
import { recordOf } from '../../schemas/record-of.js';
import { decimal, entityId, flag, text } from '../../schemas/scalars.js';
import { money } from './money.js';

/** A line of an order; ids as in a cart's line. */
export const orderItemSchema = z.object({
  id: entityId,
  sku: text,
  name: text,
  qtyOrdered: decimal,
  qtyShipped: absentOr(decimal),
  qtyRefunded: absentOr(decimal),
  qtyCanceled: absentOr(decimal),
  qtyInvoiced: absentOr(decimal),
  price: money,
  priceInclTax: absentOr(money),
  originalPrice: absentOr(money),
  rowTotal: money,
  rowTotalInclTax: absentOr(money),
  discountAmount: absentOr(money),
  discountPercent: absentOr(decimal),
  taxAmount: absentOr(money),
  taxPercent: absentOr(decimal),
  isVirtual: absentOr(flag),
  productId: absentOr(entityId),
  productType: absentOr(z.string()),
  /** What was asked for (`info_buyRequest`) and what it meant; free-form, see `reorderRequest`. */
  productOptions: recordOf(z.unknown()),
  extensions,
});

export type OrderItem = z.infer<typeof orderItemSchema>;
