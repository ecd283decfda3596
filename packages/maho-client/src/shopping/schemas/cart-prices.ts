import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { money } from './money.js';

/**
 * The totals of a cart, in its currency.
 *
 * Zero amounts are sent as null. So an absent `shippingAmount` means "nothing chosen" or "free": `shippingCost` tells.
 */
export const cartPricesSchema = z.object({
  subtotal: money,
  subtotalInclTax: absentOr(money),
  subtotalWithDiscount: absentOr(money),
  /** Positive. */
  discountAmount: absentOr(money),
  shippingAmount: absentOr(money),
  shippingAmountInclTax: absentOr(money),
  taxAmount: absentOr(money),
  /** What is to be paid, tax and gift cards counted. */
  grandTotal: money,
  /** What gift cards pay; a card's own `appliedAmount` is always 0. */
  giftcardAmount: absentOr(money),
});

export type CartPrices = z.infer<typeof cartPricesSchema>;
