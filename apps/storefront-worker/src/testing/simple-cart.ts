import type { ProductRecord } from '@maho-storefront/kv-schema';
import { expect } from 'vitest';
import * as z from 'zod';
import { backendControl } from './backend-control.js';
import { ShopInKv } from './shop-in-kv.js';
import { TestShopper } from './test-shopper.js';
import { type Answer, post } from './worker-client.js';

let products: ProductRecord[] = [];

/** Syncs the shop, and finds in it what can be bought without a choice. */
export async function openShop(): Promise<void> {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
  products = (await new ShopInKv('en').products()).filter(
    ({ type, hasRequiredOptions, stockStatus }) =>
      type === 'simple' && !hasRequiredOptions && stockStatus === 'in_stock',
  );
}

/** A product that can be bought without a choice; a different one for each `n`. */
export function plainOne(n = 0): ProductRecord {
  const product = products[n];
  if (product === undefined) throw new Error('The shop has not enough simple products');
  return product;
}

/** A shopper with so many of a product in the cart. */
export async function shopperWith(qty: number, n = 0): Promise<TestShopper> {
  const shopper = new TestShopper();
  const { id, slug } = plainOne(n);
  await shopper.submit('/cart/add', { product: String(id), slug, qty: String(qty) });
  await backendControl.forgetRequests();
  return shopper;
}

/** Lines of the cart that a page shows. */
export const lines = ({ text }: Answer) => text.match(/<li class="cart-line"/g)?.length ?? 0;

/** What a page says is wrong. */
export const alert = ({ text }: Answer) =>
  />([^<]*)</.exec(/role="alert"(>[^<]*<)/.exec(text)?.[1] ?? '')?.[1];

/** Requests to the shop since they were forgotten last. */
export async function requests(): Promise<number> {
  return z.object({ total: z.number() }).parse(await backendControl.stats()).total;
}
