import { env } from 'cloudflare:workers';
import { keys, type ProductRecord } from '@maho-storefront/kv-schema';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { backendControl } from './testing/backend-control.js';
import { PATIENTLY } from './testing/patience.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { type Answer, call, post } from './testing/worker-client.js';

const CALLS = 50;
/** Of each answer of the backend: long enough that all is under way at once. */
const LATENCY_MS = 100;
const runsSchema = z.array(
  z.object({ id: z.string(), scope: z.string(), state: z.string(), finishedAt: z.string().nullable() }),
);
const statsSchema = z.object({ highestInFlight: z.number() });

/** Named by the deployment, so that no call has to wait for the shop's own list of stores. */
const variables = { STORES: '[{"code":"en","name":"English","url":"http://en.localhost"}]' };
const shop = new ShopInKv('en');

beforeAll(async () => {
  expect((await post('/sync', { variables })).json).toMatchObject({ success: true });
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
  return post('/sync/products-by-id', { variables, body: JSON.stringify({ ids: [id] }) });
}

describe('two full syncs and fifty by-id calls at once', () => {
  test('are two full runs at most, bring every edit into KV, and never ask for more than six things at a time', async () => {
    const edits = editsOf(await shop.products());
    const before = new Set((await runs()).map(({ id }) => id));
    const made = async () => (await runs()).filter(({ id }) => !before.has(id));
    await backendControl.delay(LATENCY_MS);
    await backendControl.forgetRequests();
    const first = post('/sync', { variables });
    await vi.waitFor(async () => expect(await made()).toMatchObject([{ state: 'running' }]), PATIENTLY);
    const answers = await Promise.all([
      first,
      ...edits.slice(0, CALLS / 2).map(editAndSync),
      post('/sync', { variables }),
      ...edits.slice(CALLS / 2).map(editAndSync),
    ]);
    for (const { status, json } of answers) expect([status, json.success]).toEqual([200, true]);
    const { highestInFlight } = statsSchema.parse(await backendControl.stats());
    const all = await made();
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['succeeded']));
    const full = all.filter(({ scope }) => scope === 'full');
    const byId = all.filter(({ scope }) => scope === 'products-by-id');
    expect(full.length).toBeLessThanOrEqual(2);
    expect([...full, ...byId]).toHaveLength(all.length);
    // They really were under way at once: edits by id have passed the full sync that was there before them.
    const ends = full.map(({ finishedAt }) => finishedAt);
    expect(byId.some(({ finishedAt }) => ends.every((end) => String(finishedAt) < String(end)))).toBe(true);
    for (const { slug, patch } of edits) {
      expect(await env.CONTENT.get(keys.product('en', slug), 'json')).toMatchObject(patch);
    }
    expect(highestInFlight).toBeGreaterThan(1);
    expect(highestInFlight).toBeLessThanOrEqual(6);
  });
});
