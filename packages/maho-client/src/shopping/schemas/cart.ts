import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { extensions } from '../../schemas/extensions.js';
import { listOf } from '../../schemas/list-of.js';
import { decimal, entityId, flag, text, wholeNumber } from '../../schemas/scalars.js';
import { cartItemSchema } from './cart-item.js';
import { cartPricesSchema } from './cart-prices.js';
import { money } from './money.js';
import { paymentMethodSchema } from './payment-method.js';
import { postalAddressSchema } from './postal-address.js';
import { shippingMethodSchema } from './shipping-method.js';

/** A gift card on a cart; `balance` is what it may pay at most. What it does pay is in the cart's prices. */
export const appliedGiftCardSchema = z.object({ code: text, balance: money });

/** A cart, as every call on it answers. */
export const cartSchema = z.object({
  id: entityId,
  /** 32 hex digits; whoever knows it has the cart. Absent once a customer owns it. */
  maskedId: absentOr(z.string()),
  customerId: absentOr(entityId),
  customerEmail: absentOr(z.string()),
  storeId: absentOr(wholeNumber),
  isActive: absentOr(flag),
  /** Adding to a dead guest cart opens a new one: from now on `maskedId` is the one to use. */
  cartRecreated: z.preprocess((sent) => sent ?? false, flag),
  items: listOf(cartItemSchema),
  prices: cartPricesSchema,
  billingAddress: absentOr(postalAddressSchema),
  shippingAddress: absentOr(postalAddressSchema),
  availableShippingMethods: listOf(shippingMethodSchema),
  selectedShippingMethod: absentOr(shippingMethodSchema),
  availablePaymentMethods: listOf(paymentMethodSchema),
  selectedPaymentMethod: absentOr(paymentMethodSchema),
  appliedCoupon: absentOr(z.object({ code: text, discountAmount: absentOr(money) })),
  appliedGiftcards: listOf(appliedGiftCardSchema),
  currency: z.string(),
  /** Lines. */
  itemsCount: wholeNumber,
  /** Pieces. */
  itemsQty: decimal,
  createdAt: absentOr(z.string()),
  updatedAt: absentOr(z.string()),
  extensions,
});

export type AppliedGiftCard = z.infer<typeof appliedGiftCardSchema>;
export type Cart = z.infer<typeof cartSchema>;
