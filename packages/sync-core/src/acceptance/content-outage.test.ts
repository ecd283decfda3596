import { describe, expect, it } from 'vitest';
import { contentsOf } from './testing/kv-contents.js';
import { StagedShop, serverError } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

const TWO_DAYS_MS = 48 * 60 * 60 * 1000;
/** Twice what pauses of 1, 2, 4 … 60 minutes make of two days. */
const MOST_TRIES = 2 * (6 + 48);
/** Repetitions of one request, which the client sees to. */
const ATTEMPTS = 4;

const ENDPOINTS = ['/countries', '/cms-pages', '/cms-blocks', '/blog-categories', '/blog-posts'] as const;
const REFUSALS = [
  { what: 'no route', answer: () => refusal(404, 'no_route') },
  { what: '403', answer: () => refusal(403, 'forbidden') },
  { what: 'a page of HTML', answer: () => new Response('<html></html>', { headers: HTML }) },
  { what: '500', answer: serverError },
] as const;
const HTML = { 'content-type': 'text/html' };

function refusal(status: number, error: string): Response {
  return Response.json({ error, message: 'Refused', code: status }, { status });
}

interface World {
  staged: StagedShop;
  store: SyncedStore<StagedShop>;
}

async function syncedShop(): Promise<World> {
  const staged = new StagedShop(3);
  staged.addCategory(20);
  staged.addContent(staged.shop.pages, 1, 'about');
  staged.addContent(staged.shop.blocks, 1, 'footer');
  for (let id = 1; id <= 30; id += 1) staged.addContent(staged.shop.posts, id, `post-${id}`);
  const store = staged.store();
  await store.soundRun();
  return { staged, store };
}

describe.each(REFUSALS)('an endpoint that answers $what', ({ answer }) => {
  it.each(ENDPOINTS)(
    'fails for itself and keeps its keys, and the rest of the sync is done: %s',
    async (path) => {
      const { staged, store } = await syncedShop();
      const kept = [...contentsOf(store)].filter(([key]) => !/:20(:|$)|product-1|categor|menu/.test(key));
      staged.override = (asked) => (asked.split('?')[0] === path ? answer() : null);
      staged.saveProduct(1, { urlKey: 'renamed', urlPath: 'renamed' });
      staged.shop.categories.delete(20);
      const run = await store.run();
      expect(run.state).toBe('failed');
      expect(new Set(run.report.failed.map(({ reason }) => reason.includes(path)))).toEqual(new Set([true]));
      const after = contentsOf(store);
      expect(after.has('en:redirect:product-1')).toBe(true);
      expect(after.has('en:category:20')).toBe(false);
      for (const [key, value] of kept)
        if (!key.startsWith('en:products:')) expect(after.get(key)).toBe(value);
    },
  );
});

describe('content that is due and cannot be read', () => {
  async function passTwoDays({ staged, store }: World): Promise<number> {
    // What was due from the first sync on is done.
    await store.pass(60_000);
    staged.requests = [];
    const asked = /^\/(blog|cms-pages)/;
    await store.pass(TWO_DAYS_MS);
    return staged.requests.filter((path) => asked.test(path)).length;
  }

  it('is asked for again in growing pauses while the blog answers 500, and is there when that is over', async () => {
    const world = await syncedShop();
    const { staged, store } = world;
    staged.override = (path) => (path.startsWith('/blog-posts') ? serverError() : null);
    // Each try reads the categories first.
    const requests = await passTwoDays(world);
    expect(requests).toBeGreaterThan(24 * ATTEMPTS);
    expect(requests).toBeLessThan(MOST_TRIES * (ATTEMPTS + 1));
    staged.override = () => null;
    staged.addContent(staged.shop.posts, 31, 'written-meanwhile');
    await store.pass(60 * 60_000 + 10_000);
    expect(staged.kv.entries.has('en:blog:written-meanwhile')).toBe(true);
  });

  it('is asked for again in growing pauses while too much of it is gone', async () => {
    const world = await syncedShop();
    for (let id = 2; id <= 30; id += 1) world.staged.shop.posts.delete(id);
    const requests = await passTwoDays(world);
    expect(requests).toBeGreaterThan(24);
    expect(requests).toBeLessThan(MOST_TRIES * 2);
    expect(world.staged.kv.entries.has('en:blog:post-30')).toBe(true);
  });

  it('is asked for again in growing pauses while the CMS answers 500 and a category has hidden a page', async () => {
    const world = await syncedShop();
    const { staged, store } = world;
    staged.override = (path) => (path.startsWith('/cms-pages') ? serverError() : null);
    staged.addCategory(21, { urlKey: 'about' });
    await store.run();
    const requests = await passTwoDays(world);
    expect(requests).toBeGreaterThan(24 * ATTEMPTS);
    expect(requests).toBeLessThan(MOST_TRIES * ATTEMPTS);
  });
});
