import { env } from 'cloudflare:workers';
import { keys, type ProductRecord } from '@maho-storefront/kv-schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { backendControl } from './testing/backend-control.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { type Answer, call, post } from './testing/worker-client.js';

const CALLS = 50;
/** Of each answer of the backend: long enough that all is under way at once. */
const LATENCY_MS = 30;
const runsSchema = z.array(z.object({ id: z.string(), scope: z.string(), state: z.string() }));
const statsSchema = z.object({ highestInFlight: z.number() });

const shop = new ShopInKv('en');

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

afterAll(() => backendControl.delay(0));

async function runs() {
  const { json } = await call('/sync/runs?store=en&limit=100');
  return runsSchema.parse(json.runs);
}

interface Edit {
  id: number;
  slug: string;
  patch: { name: string } | { price: number };
}

/** Fifty different edits: a name for every product, then a price for some. */
function editsOf(products: readonly ProductRecord[]): Edit[] {
  const names = products.map(({ id, slug }, n) => ({ id, slug, patch: { name: `Edited ${n}` } }));
  const simple = products.filter(({ type }) => type === 'simple');
  const prices = simple.map(({ id, slug }, n) => ({ id, slug, patch: { price: 2_000 + n } }));
  const edits = [...names, ...prices].slice(0, CALLS);
  expect(edits).toHaveLength(CALLS);
  return edits;
}

/** Edits a product in the shop, then has it synced as the admin module does. */
async function editAndSync({ id, patch }: Edit): Promise<Answer> {
  await backendControl.edit({ op: 'updateProduct', id, patch });
  return post('/sync/products-by-id?store=en', { body: JSON.stringify({ ids: [id] }) });
}

describe('two full syncs and fifty by-id calls at once', () => {
  test('are two full runs at most, bring every edit into KV, and never ask for more than six things at a time', async () => {
    const edits = editsOf(await shop.products());
    const before = new Set((await runs()).map(({ id }) => id));
    await backendControl.delay(LATENCY_MS);
    await backendControl.forgetRequests();
    const answers = await Promise.all([
      post('/sync?store=en'),
      ...edits.slice(0, CALLS / 2).map(editAndSync),
      post('/sync?store=en'),
      ...edits.slice(CALLS / 2).map(editAndSync),
    ]);
    for (const { status, json } of answers) expect([status, json.success]).toEqual([200, true]);
    const { highestInFlight } = statsSchema.parse(await backendControl.stats());
    const made = (await runs()).filter(({ id }) => !before.has(id));
    const full = made.filter(({ scope }) => scope === 'full');
    expect(full.length).toBeGreaterThanOrEqual(1);
    expect(full.length).toBeLessThanOrEqual(2);
    expect(new Set(made.map(({ state }) => state))).toEqual(new Set(['succeeded']));
    for (const { slug, patch } of edits) {
      expect(await env.CONTENT.get(keys.product('en', slug), 'json')).toMatchObject(patch);
    }
    expect(highestInFlight).toBeGreaterThan(1);
    expect(highestInFlight).toBeLessThanOrEqual(6);
  });
});
