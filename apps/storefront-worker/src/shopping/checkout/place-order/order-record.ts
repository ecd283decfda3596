import * as z from 'zod';
import { placedOrderSchema } from './placed-order.js';

const payment = z.object({
  /** Ours: comes back with the shopper. */
  reference: z.string(),
  method: z.string(),
  /** The provider's. */
  id: z.string(),
  page: z.string(),
  /** What the shopper saw when they went to pay, amount and currency. */
  seen: z.string(),
  email: z.string().nullable(),
  note: z.string(),
  withTax: z.boolean(),
});

/** What is remembered of the orders of one cart; a cart becomes one order at the most. */
export const orderRecordSchema = z.discriminatedUnion('state', [
  /** The shopper is on the payment page, or was. */
  z.object({ state: z.literal('paying'), payment }),
  /** Sent to Maho, and no answer taken down yet. */
  z.object({
    state: z.literal('placing'),
    ticket: z.string(),
    idempotencyKey: z.string(),
    payment: payment.optional(),
  }),
  /** Not placed after all; the key goes with the next attempt, so that Maho knows both for one. */
  z.object({ state: z.literal('open'), idempotencyKey: z.string(), payment: payment.optional() }),
  z.object({ state: z.literal('unclear'), ticket: z.string() }),
  z.object({
    state: z.literal('placed'),
    ticket: z.string(),
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
export type PendingPayment = z.infer<typeof payment>;
