import { beforeAll, describe, expect, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { visitEach } from './testing/page-visits.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { type Answer, call, post } from './testing/worker-client.js';

const PATIENCE_MS = 300_000;
const REQUESTS = 2_000;
const CHANGE_FROM = 700;
const CHANGE_UNTIL = 1_400;
const variables = { PULSE_MEMO_MS: '0' };

/** What stands on pages of one store alone. */
const STORES = {
  en: { mark: 'only-english', language: 'en-US', money: '$', currency: 'USD' },
  de: { mark: 'nur-deutsch', language: 'de-DE', money: '€', currency: 'EUR' },
} as const;
type Store = keyof typeof STORES;
const BOTH = ['en', 'de'] as const;
const OTHER = { en: 'de', de: 'en' } as const;

const visit = (store: Store, path: string): Promise<Answer> =>
  call(path, { secret: null, variables, origin: `http://${store}.localhost` });

const pathsOf: Record<Store, string[]> = { en: [], de: [] };

beforeAll(async () => {
  await sync();
  for (const store of BOTH) await mark(store, STORES[store].mark);
  await sync();
  for (const store of BOTH) {
    const paths = await new ShopInKv(store).paths();
    pathsOf[store] = [...paths, '/search?q=shirt', '/search?q=shirt&suggest=1', '/no-such-page'];
  }
}, PATIENCE_MS);

async function sync(): Promise<void> {
  expect((await post('/sync')).json).toMatchObject({ success: true });
}

/** Writes a word into every name, title and text that a store view has of its own. */
async function mark(store: Store, word: string): Promise<void> {
  const shop = new ShopInKv(store);
  const edit = (op: string, id: number, patch: object) =>
    backendControl.edit({ op, id, patch, storeCode: store });
  for (const { id, name } of await shop.products()) {
    await edit('updateProduct', id, { name: `${name} ${word}`, description: `<p>${word}</p>` });
  }
  for (const { id, name } of await shop.categories()) {
    await edit('updateCategory', id, { name: `${name} ${word}`, description: `<p>${word}</p>` });
  }
  for (const { id, title } of await shop.cmsPages())
    await edit('editCmsPage', id, { title: `${title} ${word}` });
  for (const { id, title } of await shop.blogPosts()) {
    await edit('editBlogPost', id, { title: `${title} ${word}`, content: `<p>${word}</p>` });
  }
  await backendControl.edit({
    op: 'setStoreConfig',
    storeCode: store,
    patch: { storeName: `Shop ${word}`, defaultTitle: `Shop ${word}`, defaultDescription: word },
  });
}

/** Expects a page of this store: with what marks it, without anything that marks the other. */
function expectOwn(store: Store, path: string, { text, headers }: Answer): void {
  const own = STORES[store];
  const other = STORES[OTHER[store]];
  for (const trace of [other.mark, other.language, other.money, other.currency, `//${OTHER[store]}.`]) {
    if (text.includes(trace)) throw new Error(`${store} ${path} holds ${trace}: ${around(text, trace)}`);
  }
  if (headers.get('content-type')?.startsWith('text/html') !== true) return;
  for (const sign of [`<html lang="${own.language}"`, own.mark]) {
    if (!text.includes(sign)) throw new Error(`${store} ${path} lacks ${sign}: ${text.slice(0, 400)}`);
  }
}

function around(text: string, trace: string): string {
  const at = text.indexOf(trace);
  return text.slice(Math.max(0, at - 200), at + 200);
}

/** Both stores in turn, their pages in an order that repeats none of them soon. */
function visits(): { store: Store; path: string }[] {
  return Array.from({ length: REQUESTS }, (_, n) => {
    const store = n % 2 === 0 ? 'en' : 'de';
    const paths = pathsOf[store];
    return { store, path: paths[(n * 37 + (n >> 5)) % paths.length] ?? '/' };
  });
}

/** Changes the same products in both stores, each in its own words, and syncs. */
async function changeBoth(renamed: number, soldOut: number): Promise<void> {
  for (const store of BOTH) {
    const patch = { name: `renamed ${STORES[store].mark}`, price: 77.5 };
    await backendControl.edit({ op: 'updateProduct', id: renamed, patch, storeCode: store });
  }
  await backendControl.edit({ op: 'setStock', id: soldOut, qty: 0 });
  await sync();
}

describe('two stores under load', () => {
  test(
    '2,000 requests, 16 at a time, edits and a sync in the middle: no page holds anything of the other store',
    async () => {
      // The second store has a part of the first one's products.
      const [renamed, soldOut] = await new ShopInKv('de').products();
      if (!renamed || !soldOut) throw new Error('The shop has too few products');
      const ways = new Map<string | null, number>();
      const load = (part: { store: Store; path: string }[]) =>
        visitEach(part, async ({ store, path }) => {
          const answer = await visit(store, path);
          expectOwn(store, path, answer);
          const how = answer.headers.get('x-edge-cache');
          ways.set(how, (ways.get(how) ?? 0) + 1);
        });
      const all = visits();
      await load(all.slice(0, CHANGE_FROM));
      await Promise.all([changeBoth(renamed.id, soldOut.id), load(all.slice(CHANGE_FROM, CHANGE_UNTIL))]);
      await load(all.slice(CHANGE_UNTIL));

      expect([...ways.keys()].sort()).toEqual(['HIT', 'MISS', 'REVALIDATED']);
      for (const store of BOTH) {
        const page = await visit(store, `/${renamed.slug}`);
        expectOwn(store, `/${renamed.slug}`, page);
        expect([store, page.text.includes(`renamed ${STORES[store].mark}`)]).toEqual([store, true]);
      }
    },
    PATIENCE_MS,
  );
});
