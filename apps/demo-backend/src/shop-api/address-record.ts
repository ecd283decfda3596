import { utcDateTime } from '../clock.js';
import { type JsonObject, withoutNulls } from '../json.js';
import type { AddressFields } from '../shop/cart/cart-address.js';

/** An address as the API shows it; times are epoch seconds. */
export function addressRecord(
  id: number,
  fields: AddressFields,
  times: { readonly createdAt: number; readonly updatedAt: number },
  more: JsonObject,
): JsonObject {
  return withoutNulls({
    '@type': 'Address',
    id,
    ...fields,
    street: [...fields.street],
    createdAt: utcDateTime(times.createdAt),
    updatedAt: utcDateTime(times.updatedAt),
    ...more,
    extensions: [],
  });
}
