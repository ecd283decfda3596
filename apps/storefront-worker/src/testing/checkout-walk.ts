import type { CountriesRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { expect } from 'vitest';
import * as z from 'zod';
import { backendControl } from './backend-control.js';
import { ShopInKv } from './shop-in-kv.js';
import type { TestShopper } from './test-shopper.js';
import type { Answer } from './worker-client.js';

/** A product that goes into the cart by its SKU alone, with enough of it there. */
export async function productOfType(type: string): Promise<ProductRecord> {
  const product = (await new ShopInKv('en').products()).find(
    ({ hasRequiredOptions, stockStatus, ...rest }) =>
      rest.type === type && !hasRequiredOptions && stockStatus === 'in_stock',
  );
  if (product === undefined) throw new Error(`The shop has no ${type} product`);
  return product;
}

/** Fields of an address in California, where 9 % tax are due. */
export async function californian(prefix: 'shipping' | 'billing'): Promise<Record<string, string>> {
  const countries = await new ShopInKv('en').record<CountriesRecord>('countries');
  const region = countries.find(({ id }) => id === 'US')?.regions.find(({ code }) => code === 'CA');
  const fields = {
    country: 'US',
    firstname: 'Ada',
    lastname: 'Lovelace',
    street1: '1 Test St',
    city: 'Los Angeles',
    region: String(region?.id),
    postcode: '90210',
    telephone: '5550100',
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}-${name}`, value]));
}

/** A guest with something in the cart. */
export async function fillCart(shopper: TestShopper, type = 'simple', qty = 1): Promise<ProductRecord> {
  const product = await productOfType(type);
  const { sku, slug, id } = product;
  const added = await shopper.submit('/cart/add', { sku, slug, product: String(id), qty: String(qty) });
  expect([added.status, added.headers.get('location')]).toEqual([303, '/cart']);
  return product;
}

/** Goes through the steps up to the review. @returns the page that shows it. */
export async function goToReview(shopper: TestShopper, payment = 'checkmo'): Promise<Answer> {
  const address = { email: 'ada@example.com', 'billing-same': '1', ...(await californian('shipping')) };
  expect(await whereTo(shopper.submit('/checkout/address', address))).toBe('/checkout#shipping');
  expect(await whereTo(shopper.submit('/checkout/shipping', { method: 'flatrate/flatrate' }))).toBe(
    '/checkout#payment',
  );
  expect(await whereTo(shopper.submit('/checkout/payment', { payment }))).toBe('/checkout#review');
  return shopper.visit('/checkout');
}

/** Where a form leads; its status where it leads nowhere. */
export async function whereTo(answer: Promise<Answer>): Promise<string | number> {
  const { status, headers } = await answer;
  return status === 303 ? (headers.get('location') ?? '') : status;
}

/** What the shopper agrees to with the review, as its form sends it along. */
export function seenOn({ text }: Answer): string {
  return /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

/** Amount and currency of the same. */
export function amountOn(page: Answer): string {
  return seenOn(page).split(' ').slice(0, 2).join(' ');
}

const orders = z.array(
  z.object({ incrementId: z.string(), email: z.string().nullable(), grandTotal: z.number() }),
);

export async function ordersInShop(): Promise<z.infer<typeof orders>> {
  return orders.parse((await backendControl.shop()).orders);
}

const log = z.object({ log: z.array(z.object({ method: z.string(), url: z.string() })) });

/** Method and path of each request that the shop has got since the last time; ids left out. */
export async function requestsToShop(): Promise<string[]> {
  const { log: sent } = log.parse(await backendControl.stats());
  await backendControl.forgetRequests();
  return sent.map(
    ({ method, url }) => `${method} ${url.replace(/^.*\/v2/, '').replace(/[0-9a-f]{32}/, '*')}`,
  );
}
