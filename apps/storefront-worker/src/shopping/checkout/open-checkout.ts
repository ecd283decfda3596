import type { Cart, PaymentMethod, PostalAddress } from '@maho-storefront/maho-client/shopping';
import { addressCountries } from '../address/address-countries.js';
import type { AddressCountry } from '../address/address-country.js';
import type { Visit } from '../visit/visit.js';
import { type CheckoutStep, nextStep } from './checkout-steps.js';
import { checkoutEmail } from './guest-email.js';
import { offeredPayments } from './payment/offered-payments.js';
import type { PaymentAdapter } from './payment/payment-adapter.js';
import { paymentAdapters } from './payment/payment-adapters.js';

/** A cart on its way to an order. */
export interface OpenCheckout {
  readonly cart: Cart;
  /** Where the confirmation goes; null while a guest has not said, or the shop does not say it of a customer. */
  readonly email: string | null;
  readonly isSignedIn: boolean;
  readonly countries: readonly AddressCountry[];
  /** A customer's addresses; of a guest none. */
  readonly book: readonly PostalAddress[];
  readonly payments: readonly PaymentMethod[];
  readonly adapters: readonly PaymentAdapter[];
  /** The first step that is not done. */
  readonly next: CheckoutStep;
}

/** What the checkout of a cart needs to know: for a customer one request, the address book, for a guest none. */
export async function openCheckout(visit: Visit, cart: Cart): Promise<OpenCheckout> {
  const [countries, book] = await Promise.all([addressCountries(visit), addressBook(visit)]);
  const email = checkoutEmail(visit, cart);
  const adapters = paymentAdapters(visit.settings);
  const payments = offeredPayments(cart, adapters);
  const isSignedIn = visit.shopper.token !== undefined;
  const next = nextStep({
    cart,
    hasEmail: isSignedIn || email !== null,
    countries,
    payments: payments.map(({ code }) => code),
  });
  return { cart, email, isSignedIn, countries, book, payments, adapters, next };
}

export async function addressBook({ maho, shopper }: Visit): Promise<readonly PostalAddress[]> {
  const { token } = shopper;
  return token === undefined ? [] : (await maho.addresses.list({ ...shopper, token })).items;
}
