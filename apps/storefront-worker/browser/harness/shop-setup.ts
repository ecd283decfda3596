import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import * as z from 'zod';
import { askJson, runSync } from '../../../../scripts/demo/sync-run.mjs';
import { type Storefront, startSyncedShop } from '../../../../scripts/demo/synced-shop.mjs';
import { findChromium } from '../find-chromium.mjs';
import { HOSTED_METHOD, startPaymentProvider } from './payment-provider.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser. */
    chromium: string;
    /** The store views, each at an origin of its own. */
    storefronts: Storefront[];
    /** Base URL of the demo backend, whose pictures the pages show. */
    backendUrl: string;
    /** Base URL of the payment provider, whose page one pays on. */
    paymentUrl: string;
    syncSecret: string;
  }
}

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
/** Large enough for a second page of a category in each store view. */
const SHOP_SIZE = ['--products', '220', '--categories', '12', '--stores', '2'];

/** Starts a synced shop for all test files. @returns how to stop it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium());
  const provider = await startPaymentProvider();
  const shop = await startSyncedShop(ROOT, SHOP_SIZE, provider.variables).catch(async (error) => {
    await provider.stop();
    throw error;
  });
  await offerPayments(shop.backendUrl);
  await sellOut(shop);
  project.provide('storefronts', shop.storefronts);
  project.provide('backendUrl', shop.backendUrl);
  project.provide('paymentUrl', provider.url);
  project.provide('syncSecret', shop.secret);
  return async () => {
    await shop.stop();
    await provider.stop();
  };
}

/** One method that needs nothing but the order, and one that is paid on the provider's page. */
async function offerPayments(backendUrl: string): Promise<void> {
  const paymentMethods = [
    { code: 'checkmo', title: 'Check / Money order' },
    { code: HOSTED_METHOD, title: 'Card', isOffline: false },
  ];
  await askJson(`${backendUrl}/_control/shop/settings`, {
    method: 'PUT',
    body: JSON.stringify({ paymentMethods }),
  });
}

const listing = z.object({ member: z.array(z.object({ id: z.int(), type: z.string() })) });

/** Only a product that was there before it sold out has a page that says so. */
async function sellOut(shop: Awaited<ReturnType<typeof startSyncedShop>>): Promise<void> {
  const { backendUrl, secret, storefronts } = shop;
  // What the second website sells, the first one does as well.
  const headers = { 'X-Store-Code': 'de', Accept: 'application/ld+json' };
  const { member } = listing.parse(await askJson(`${backendUrl}/api/rest/v2/products`, { headers }));
  const simple = member.find(({ type }) => type === 'simple');
  if (simple === undefined) throw new Error('The shop has no simple product to sell out.');
  const edit = { op: 'setStock', id: simple.id, qty: 0 };
  await askJson(`${backendUrl}/_control/edit`, { method: 'POST', body: JSON.stringify(edit) });
  const answer = await runSync({ workerUrl: storefronts[0]?.url ?? '', secret });
  if (!answer.success) throw new Error(`The second sync failed: ${answer.message}`);
}
