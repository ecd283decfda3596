import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { extensions } from '../../schemas/extensions.js';
import { listOf } from '../../schemas/list-of.js';
import { entityId, flag, text, wholeNumber } from '../../schemas/scalars.js';
import { postalAddressSchema } from './postal-address.js';

/** A customer's profile. What a shop does not ask for is absent. */
export const customerSchema = z.object({
  id: entityId,
  email: z.string(),
  firstname: absentOr(text),
  lastname: absentOr(text),
  prefix: absentOr(text),
  middlename: absentOr(text),
  suffix: absentOr(text),
  /** `YYYY-MM-DD`. */
  dob: absentOr(z.string()),
  /** Option id. */
  gender: absentOr(wholeNumber),
  isSubscribed: absentOr(flag),
  groupId: absentOr(wholeNumber),
  defaultBillingAddress: absentOr(postalAddressSchema),
  defaultShippingAddress: absentOr(postalAddressSchema),
  addresses: listOf(postalAddressSchema),
  createdAt: absentOr(z.string()),
  updatedAt: absentOr(z.string()),
  extensions,
});

export type Customer = z.infer<typeof customerSchema>;
