import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { decimal, entityId, text, wholeNumber } from '../../schemas/scalars.js';

/** What a sign-in gives: the token to send with the customer's calls, and the cart that waits for the customer. */
export const signInSchema = z
  .object({
    token: z.string().min(1),
    expires_in: wholeNumber,
    customer: z.object({
      id: entityId,
      email: z.string(),
      firstName: absentOr(text),
      lastName: absentOr(text),
    }),
    cartId: absentOr(entityId),
    cartItemsQty: absentOr(decimal),
  })
  .transform(({ expires_in, ...rest }) => ({ ...rest, expiresInSeconds: expires_in }));

/** The token that replaces the one it was asked with. */
export const refreshedTokenSchema = z
  .object({ token: z.string().min(1), expires_in: wholeNumber })
  .transform(({ token, expires_in }) => ({ token, expiresInSeconds: expires_in }));

export type SignIn = z.infer<typeof signInSchema>;
export type RefreshedToken = z.infer<typeof refreshedTokenSchema>;
