import * as z from 'zod';
import { placedOrderSchema } from './placed-order.js';

const payment = z.object({
  /** Ours: comes back with the shopper. */
  reference: z.string(),
  method: z.string(),
  /** The provider's. */
  id: z.string(),
  page: z.string(),
  amount: z.number(),
  currency: z.string(),
  /** What the shopper agreed to when they went to pay, see `agreedOrder`. */
  seen: z.string(),
  email: z.string().nullable(),
  note: z.string(),
  withTax: z.boolean(),
});

/** An order that was sent to Maho, whatever has become of it. */
const sentOrder = z.object({
  /** Opens what is shown of it. */
  ticket: z.string(),
  cart: z.union([z.object({ maskedId: z.string() }), z.object({ cartId: z.number() })]),
  /** Whose cart it was; absent of a guest's. */
  customerId: z.number().optional(),
  /** For the next attempt, so that Maho knows both for one. */
  idempotencyKey: z.string(),
  /** Until then Maho may still be at it, so that a cart which is there proves nothing. Epoch milliseconds. */
  openUntil: z.number(),
});

/** What is remembered of the orders of one cart; a cart becomes one order at the most. */
export const orderRecordSchema = z.discriminatedUnion('state', [
  /** There is no order, as far as anybody can tell: `sent` is one that has failed, `payment` what was begun. */
  z.object({ state: z.literal('open'), payment: payment.optional(), sent: sentOrder.optional() }),
  /** Sent to Maho, and no answer taken down yet. */
  z.object({ state: z.literal('placing'), payment: payment.optional(), sent: sentOrder }),
  z.object({ state: z.literal('unclear'), sent: sentOrder }),
  z.object({
    state: z.literal('placed'),
    sent: sentOrder,
    order: placedOrderSchema,
    /** Nobody has been shown it yet. */
    isUnseen: z.boolean(),
    /** Opens the order once; gone as soon as it is used. */
    accessToken: z.string().optional(),
    /** Turns a guest's order into an account, for an hour; gone as soon as it has. */
    accountToken: z.string().optional(),
  }),
]);

export type OrderRecord = z.infer<typeof orderRecordSchema>;
export type OpenRecord = Extract<OrderRecord, { state: 'open' }>;
export type PlacingRecord = Extract<OrderRecord, { state: 'placing' }>;
export type SentOrder = z.infer<typeof sentOrder>;
export type PendingPayment = z.infer<typeof payment>;

/** What a provider needs to hear of a payment to give its money free. */
export const owedPaymentSchema = payment.pick({ method: true, id: true });
export type OwedPayment = z.infer<typeof owedPaymentSchema>;
