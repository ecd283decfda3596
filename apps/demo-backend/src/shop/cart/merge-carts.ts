import type { Customer } from '../customer/customer.js';
import type { Cart } from './cart.js';
import type { Carts } from './carts.js';

/** Puts a guest's lines into a customer's cart and ends the guest's; default addresses go where the cart has none. */
export function mergeCarts(carts: Carts, guest: Cart, customer: Customer, now: number): Cart {
  const own = carts.ofCustomer(customer.id) ?? carts.create(guest.store, customer.id, now);
  for (const line of guest.lines) carts.put(own, line.purchase, line.qty, now);
  own.couponCode ??= guest.couponCode;
  own.email = customer.email;
  own.updatedAt = now;
  guest.isActive = false;
  fillIn(own.shipping, customer, customer.defaultShipping);
  fillIn(own.billing, customer, customer.defaultBilling);
  return own;
}

function fillIn(address: Cart['shipping'], customer: Customer, defaultId: number | undefined): void {
  const fields = customer.addresses.get(defaultId ?? 0)?.fields;
  if (address !== undefined && address.fields.firstname === '' && fields !== undefined)
    address.fields = fields;
}
