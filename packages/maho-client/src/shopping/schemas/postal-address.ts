import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { extensions } from '../../schemas/extensions.js';
import { listOf } from '../../schemas/list-of.js';
import { flag, text, wholeNumber } from '../../schemas/scalars.js';

/**
 * The address of a cart, an order or a customer. A cart has both of its addresses, empty, as soon as it has an item.
 *
 * Names are spelled `firstname` here, and `firstName` where a cart's address is sent.
 */
export const postalAddressSchema = z.object({
  id: absentOr(wholeNumber),
  firstname: text,
  lastname: text,
  company: absentOr(text),
  /** Lines. `["Array"]` is what Maho leaves of a street after `sameAsShipping` (recording cart/39). */
  street: listOf(text),
  city: text,
  region: absentOr(text),
  regionId: absentOr(wholeNumber),
  /** Empty in countries where it is optional. */
  postcode: absentOr(text),
  /** ISO 3166 alpha-2. */
  countryId: text,
  telephone: absentOr(text),
  vatId: absentOr(text),
  /** Of a cart or an order: `billing` or `shipping`. */
  addressType: absentOr(z.string()),
  /** Of a customer's address book. */
  isDefaultBilling: absentOr(flag),
  isDefaultShipping: absentOr(flag),
  extensions,
});

export type PostalAddress = z.infer<typeof postalAddressSchema>;
