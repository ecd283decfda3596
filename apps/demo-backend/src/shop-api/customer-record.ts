import { utcDateTime } from '../clock.js';
import { type JsonObject, withoutNulls } from '../json.js';
import type { BookAddress, Customer } from '../shop/customer/customer.js';
import { addressRecord } from './address-record.js';

/** A registered customer's group. */
export const GENERAL_GROUP = 1;

/** A customer as the API shows it: to themselves only. */
export function customerRecord(customer: Customer): JsonObject {
  const inBook = (id: number | undefined) => {
    const address = customer.addresses.get(id ?? 0);
    return address && bookRecord(customer, address);
  };
  return withoutNulls({
    id: customer.id,
    email: customer.email,
    firstname: customer.firstname,
    lastname: customer.lastname,
    fullName: `${customer.firstname} ${customer.lastname}`.trim(),
    ...customer.more,
    isSubscribed: customer.isSubscribed,
    groupId: GENERAL_GROUP,
    defaultBillingAddress: inBook(customer.defaultBilling),
    defaultShippingAddress: inBook(customer.defaultShipping),
    addresses: [...customer.addresses.values()].map((address) => bookRecord(customer, address)),
    createdAt: utcDateTime(customer.createdAt),
    updatedAt: utcDateTime(customer.updatedAt),
    extensions: [],
  });
}

/** An address of the book. */
export function bookRecord(
  customer: Customer,
  { id, fields, createdAt, updatedAt }: BookAddress,
): JsonObject {
  return addressRecord(
    id,
    fields,
    { createdAt, updatedAt },
    {
      customerId: customer.id,
      isDefaultBilling: customer.defaultBilling === id,
      isDefaultShipping: customer.defaultShipping === id,
    },
  );
}
