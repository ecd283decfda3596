import { MahoShopClient, type Order } from '@maho-storefront/maho-client/shopping';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';

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

/** Turns the cart of the customer in a browser into an order, straight at the shop. */
export async function placeOrder(page: Page, storeCode: string): Promise<Order> {
  const cookies = await page.context().cookies(page.url());
  const cookie = (name: string) =>
    decodeURIComponent(cookies.find((one) => [name, `__Host-${name}`].includes(one.name))?.value ?? '');
  const [, , ...token] = cookie('customer').split('.');
  const shop = new MahoShopClient({ baseUrl: inject('backendUrl'), storeCode });
  const order = {
    billingAddress: ADDRESS,
    shippingAddress: ADDRESS,
    shippingMethod: 'flatrate_flatrate',
    paymentMethod: 'checkmo',
  };
  return shop.checkout.placeOrder({ cartId: Number(cookie('cart')) }, order, { token: token.join('.') });
}
