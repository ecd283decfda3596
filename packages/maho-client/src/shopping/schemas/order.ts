import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { extensions } from '../../schemas/extensions.js';
import { listOf } from '../../schemas/list-of.js';
import { decimal, entityId, flag, text, wholeNumber } from '../../schemas/scalars.js';
import { orderItemSchema } from './order-item.js';
import { orderPricesSchema } from './order-prices.js';
import { postalAddressSchema } from './postal-address.js';
import { shipmentSchema } from './shipment.js';

const statusEntrySchema = z.object({
  note: absentOr(text),
  status: absentOr(z.string()),
  createdAt: absentOr(z.string()),
  isVisibleOnFront: absentOr(flag),
});

/** An order. In a customer's list, shipping address, history and shipments are left out. */
export const orderSchema = z.object({
  id: entityId,
  /** The number that shopper and merchant use: `100000002`. */
  incrementId: text,
  customerId: absentOr(entityId),
  customerEmail: absentOr(z.string()),
  customerFirstname: absentOr(text),
  customerLastname: absentOr(text),
  customerIsGuest: absentOr(flag),
  /** pending, processing, complete, canceled, …; a shop may have its own. */
  status: absentOr(z.string()),
  /** new, pending_payment, processing, complete, closed, canceled or holded. */
  state: absentOr(z.string()),
  items: listOf(orderItemSchema),
  prices: orderPricesSchema,
  billingAddress: absentOr(postalAddressSchema),
  shippingAddress: absentOr(postalAddressSchema),
  paymentMethod: absentOr(z.string()),
  paymentMethodTitle: absentOr(text),
  shippingMethod: absentOr(z.string()),
  shippingDescription: absentOr(text),
  couponCode: absentOr(text),
  giftcardCodes: listOf(z.unknown()),
  isVirtual: absentOr(flag),
  currency: z.string(),
  totalItemCount: absentOr(wholeNumber),
  totalQtyOrdered: absentOr(decimal),
  /** Opens the order's details once, for a guest who has no account: keep it secret. */
  accessToken: absentOr(z.string()),
  /** Turns the order into an account, for an hour; with the details of a guest who has none. */
  accountToken: absentOr(z.string()),
  createdAt: absentOr(z.string()),
  updatedAt: absentOr(z.string()),
  statusHistory: listOf(statusEntrySchema),
  shipments: listOf(shipmentSchema),
  extensions,
});

export type Order = z.infer<typeof orderSchema>;
