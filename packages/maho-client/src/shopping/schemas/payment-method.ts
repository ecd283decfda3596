import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { flag, text, wholeNumber } from '../../schemas/scalars.js';

/** A way to pay. `isOffline` methods need nothing but the order itself. */
export const paymentMethodSchema = z.object({
  code: z.string(),
  title: text,
  sortOrder: absentOr(wholeNumber),
  isOffline: absentOr(flag),
});

export type PaymentMethod = z.infer<typeof paymentMethodSchema>;
