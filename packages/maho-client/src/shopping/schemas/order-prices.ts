import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { money } from './money.js';

/** The totals of an order, in its currency; zero amounts are sent as null. */
export const orderPricesSchema = z.object({
  subtotal: money,
  subtotalInclTax: absentOr(money),
  /** Positive. */
  discountAmount: absentOr(money),
  shippingAmount: absentOr(money),
  shippingAmountInclTax: absentOr(money),
  taxAmount: absentOr(money),
  grandTotal: money,
  totalPaid: absentOr(money),
  totalRefunded: absentOr(money),
  totalDue: absentOr(money),
  giftcardAmount: absentOr(money),
});

export type OrderPrices = z.infer<typeof orderPricesSchema>;
