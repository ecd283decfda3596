import { MahoShopClient, type Order } from '@maho-storefront/maho-client/shopping';
import { inject } from 'vitest';
import type { TestShopper } from './test-shopper.js';

const ADDRESS = {
  firstName: 'Mary',
  lastName: 'Somerville',
  street: ['1 Ada Way'],
  city: 'Albany',
  postcode: '12207',
  countryId: 'US',
  region: 'New York',
  regionId: 43,
  telephone: '555 0100',
};

/** A customer's token, as their browser keeps it and no page does. */
export function tokenOf(shopper: TestShopper): string {
  const [, , ...token] = (shopper.cookie('customer') ?? '').split('.');
  return token.join('.');
}

/** Turns a customer's cart into an order, past the storefront. */
export function placeOrder(shopper: TestShopper): Promise<Order> {
  const shop = new MahoShopClient({ baseUrl: inject('backendUrl'), storeCode: 'en' });
  const cart = { cartId: Number(shopper.cookie('cart')) };
  const order = {
    billingAddress: ADDRESS,
    shippingAddress: ADDRESS,
    shippingMethod: 'flatrate_flatrate',
    paymentMethod: 'checkmo',
  };
  return shop.checkout.placeOrder(cart, order, { token: tokenOf(shopper) });
}
