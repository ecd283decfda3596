import {
  createDemoBackend,
  generateCatalogue,
  type Product,
  type ShopSettings,
} from '@maho-storefront/demo-backend';
import type { CartAddress } from '../shopping/cart-address.js';
import { MahoRefusal } from '../shopping/errors/maho-refusal.js';
import type { RefusalReason } from '../shopping/errors/refusal-reason.js';
import type { PlaceOrderRequest } from '../shopping/place-order-request.js';
import { MahoShopClient } from '../shopping/shop-client.js';

/** Whom calls are made for. */
export const SHOPPER = { address: '192.0.2.1' };

/** Where no tax is due. */
export const ADDRESS: CartAddress = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: ['1 Test St'],
  city: 'Portland',
  region: 'Oregon',
  postcode: '97035',
  countryId: 'US',
  telephone: '5550100',
};

/** All that an order needs. */
export const ORDER: PlaceOrderRequest = {
  email: 'guest@example.com',
  shippingAddress: ADDRESS,
  billingAddress: ADDRESS,
  shippingMethod: 'flatrate_flatrate',
  paymentMethod: 'checkmo',
};

/** An account that the shop has from the start. */
export const ADA = { email: 'ada@example.com', password: 'analytical' };

/** A shop of 160 products with a client that talks to it. */
export function shopWithClient(settings: Partial<ShopSettings> = {}) {
  const catalogue = generateCatalogue({ products: 160, categories: 40, stores: 2, seed: 3 });
  const backend = createDemoBackend({ catalogue, shop: settings });
  const client = new MahoShopClient({
    baseUrl: 'https://shop.test',
    storeCode: 'en',
    fetch: backend.fetch,
    sleep: async () => {},
  });
  const find = (holds: (product: Product) => boolean): Product => {
    const found = catalogue.index.listed(catalogue.defaultStore).find(holds);
    if (found === undefined) throw new Error('The shop has no such product.');
    return found;
  };
  const simple = find(({ type, allOptions, qty }) => type === 'simple' && !allOptions && qty > 20);
  const calls = (route: string) => backend.stats.snapshot().log.filter((entry) => entry.route === route);
  return { backend, client, find, simple, calls };
}

/** Opens a cart for a guest. */
export async function guestCart(client: MahoShopClient): Promise<{ readonly maskedId: string }> {
  const { maskedId } = await client.carts.createForGuest(SHOPPER);
  if (maskedId === undefined) throw new Error('A guest has a masked id.');
  return { maskedId };
}

/** Signs Ada in. */
export async function signedIn(client: MahoShopClient) {
  const { token } = await client.tokens.signIn(ADA, SHOPPER);
  return { ...SHOPPER, token };
}

/** Why a call was refused; undefined if it was not. */
export async function refusal(promise: Promise<unknown>): Promise<RefusalReason | undefined> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof MahoRefusal ? error.reason : undefined;
}
