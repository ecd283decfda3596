import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { flag, text } from '../../schemas/scalars.js';

/** Whether an address gets the newsletter. A guest is told only `message`, whatever is known of the address. */
export const newsletterSubscriptionSchema = z.object({
  email: absentOr(z.string()),
  /** subscribed, not_active, unsubscribed, unconfirmed, or empty. */
  status: absentOr(z.string()),
  isSubscribed: absentOr(flag),
  confirmationRequired: absentOr(flag),
  message: absentOr(text),
});

export type NewsletterSubscription = z.infer<typeof newsletterSubscriptionSchema>;
