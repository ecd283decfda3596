import { env } from 'cloudflare:workers';
import { keys } from '@maho-storefront/kv-schema';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { platformClock } from './platform/clock.js';
import { backendControl } from './testing/backend-control.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { type Answer, call, post } from './testing/worker-client.js';

const PATIENCE_MS = 180_000;
const EN = 'https://en.shop.example';
const DE = 'https://de.shop.example';
const variables = {
  PULSE_MEMO_MS: '0',
  STORES: JSON.stringify([
    { code: 'en', name: 'English', url: EN, locale: 'en_US' },
    { code: 'de', name: 'Deutsch', url: `${DE}/`, locale: 'de_DE' },
  ]),
};

const visit = (address: string): Promise<Answer> => {
  const { origin, pathname, search } = new URL(address);
  return call(pathname + search, { origin, secret: null, variables });
};

const en = new ShopInKv('en');
const de = new ShopInKv('de');

/** One thing in two store views: its paths, with their leading slash. */
interface Twin {
  en: string;
  de: string;
}
let product: Twin;
let category: Twin;
let postTwin: Twin;
let onlyEnglish: string;

async function sync(type: '' | '/products' | '/categories' = ''): Promise<void> {
  expect((await post(`/sync${type}`, { variables })).json).toMatchObject({ success: true });
}

/** What both store views have, by what names it in both. @throws Error where they have nothing in common. */
function common<T, K>(ours: T[], theirs: T[], nameOf: (thing: T) => K): [T, T] {
  const theirsByName = new Map(theirs.map((thing) => [nameOf(thing), thing]));
  for (const thing of ours) {
    const twin = theirsByName.get(nameOf(thing));
    if (twin !== undefined) return [thing, twin];
  }
  throw new Error('The store views have nothing in common.');
}

beforeAll(async () => {
  await sync();
  const [shared] = common(await en.products(), await de.products(), ({ id }) => id);
  const patch = { urlKey: 'nur-auf-deutsch' };
  await backendControl.edit({ op: 'updateProduct', id: shared.id, patch, storeCode: 'de' });
  await sync('/products');
  const products = common(
    (await en.products()).filter(({ id }) => id === shared.id),
    await de.products(),
    ({ id }) => id,
  );
  product = { en: `/${products[0].slug}`, de: `/${products[1].slug}` };
  const categories = common(await en.categories(), await de.categories(), ({ id }) => id);
  category = { en: `/${categories[0].path}`, de: `/${categories[1].path}` };
  const posts = common(await en.blogPosts(), await de.blogPosts(), ({ id }) => id);
  postTwin = { en: `/blog/${posts[0].urlKey}`, de: `/blog/${posts[1].urlKey}` };
  const german = new Set((await de.products()).map(({ id }) => id));
  onlyEnglish = `/${(await en.products()).find(({ id }) => !german.has(id))?.slug}`;
}, PATIENCE_MS);

afterEach(() => {
  vi.restoreAllMocks();
});

/** Where the store switcher of a page leads to in the end. */
async function switched(page: string, to: string): Promise<string> {
  const { text } = await visit(page);
  const [, href] = new RegExp(`<a href="(${to}/[^"]*)"`).exec(text) ?? [];
  if (href === undefined) throw new Error(`${page} leads to nothing at ${to}`);
  const answer = await visit(href);
  return answer.status === 302 ? (answer.headers.get('location') ?? '') : new URL(href).pathname;
}

describe('the store switcher', () => {
  test('leads to the same product, category and post of the other store, whatever their addresses', async () => {
    expect(product.en).not.toBe(product.de);
    for (const twin of [product, category, postTwin]) {
      expect(await switched(EN + twin.en, DE)).toBe(twin.de);
      expect(await switched(DE + twin.de, EN)).toBe(twin.en);
    }
  });

  test('leads to the page that the merchant wrote under the same identifier', async () => {
    const [page] = common(
      (await en.cmsPages()).filter(({ identifier }) => !['home', 'no-route'].includes(identifier)),
      await de.cmsPages(),
      ({ identifier }) => identifier,
    );
    expect(await switched(`${EN}/${page.identifier}`, DE)).toBe(`/${page.identifier}`);
  });

  test('leads home from what the other store does not have, and from an error', async () => {
    expect(await switched(EN + onlyEnglish, DE)).toBe('/');
    expect(await switched(`${EN}/no-such-page`, DE)).toBe('/');
  });

  test('names the page one is on by its own address, whatever letters are in it', async () => {
    expect((await visit(`${EN}/caf%C3%A9`)).text).toContain(`<a href="${EN}/caf%C3%A9"`);
  });

  test.each(['/_switch', '/_switch/product/0', '/_switch/product/abc', '/_switch/order/1'])(
    'is 404 at %s',
    async (path) => {
      expect((await visit(DE + path)).status).toBe(404);
    },
  );

  test('finds what moved: by the pulse what KV names, within a minute what only the index knows', async () => {
    const { id } = (await en.categories()).find(({ path }) => `/${path}` === category.en) ?? { id: 0 };
    const address = `${DE}/_switch/category/${id}`;
    expect((await visit(address)).headers.get('location')).toBe(category.de);
    expect((await visit(address)).headers.get('x-edge-cache')).toBe('HIT');
    await backendControl.edit({
      op: 'updateCategory',
      id,
      patch: { urlKey: 'umbenannt' },
      storeCode: 'de',
    });
    await sync('/categories');
    const moved = (await de.categories()).find((candidate) => candidate.id === id);
    expect((await visit(address)).headers.get('location')).toBe(`/${moved?.path}`);
    category = { ...category, de: `/${moved?.path}` };
  });
});

describe('the sitemaps of two store views', () => {
  /** Page → its translations, of all parts of a store's sitemap. */
  async function translations(origin: string): Promise<Map<string, string[]>> {
    const index = await visit(`${origin}/sitemap.xml`);
    const parts = [...index.text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, part = '']) => part);
    const found = new Map<string, string[]>();
    for (const part of parts) {
      const { text } = await visit(part.replaceAll('&amp;', '&'));
      for (const [, location = '', links = ''] of text.matchAll(/<url><loc>(.*?)<\/loc>(.*?)<\/url>/g)) {
        const hrefs = [...links.matchAll(/hreflang="([^"]*)" href="([^"]*)"/g)];
        found.set(
          location,
          hrefs.map(([, language, href]) => `${language} ${href}`),
        );
      }
    }
    return found;
  }

  test('name of every page exactly the translations that there are, the same in both', async () => {
    const english = await translations(EN);
    const german = await translations(DE);
    for (const twin of [product, category, postTwin, { en: '/', de: '/' }]) {
      const both = [`en-US ${EN}${twin.en}`, `de-DE ${DE}${twin.de}`];
      expect(english.get(EN + twin.en)).toEqual(both);
      expect(german.get(DE + twin.de)).toEqual(both);
    }
    expect(english.get(EN + onlyEnglish)).toEqual([]);
    const named = new Set([...english.values(), ...german.values()].flat().map((link) => link.split(' ')[1]));
    expect(named.size).toBeGreaterThan(20);
    for (const address of named)
      expect([address, (await visit(address ?? '')).status]).toEqual([address, 200]);
  });

  test('are made anew after a minute, because the other store’s changes are in no pulse of theirs', async () => {
    const part = `${EN}/sitemap.xml?page=1`;
    const how = async (address: string) => (await visit(address)).headers.get('x-edge-cache');
    await visit(part);
    await visit(`${EN}/sitemap.xml`);
    expect(await how(part)).toBe('HIT');
    vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + 61_000);
    expect(await how(part)).toBe('MISS');
    expect(await how(`${EN}/sitemap.xml`)).toBe('HIT');
  });

  test('say nothing of a store view that has left KV', async () => {
    const config = await env.CONTENT.get(keys.config('de'));
    await env.CONTENT.delete(keys.config('de'));
    vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + 122_000);
    const { status, text } = await visit(`${EN}/sitemap.xml?page=2`);
    await env.CONTENT.put(keys.config('de'), config ?? '');
    expect([status, text.includes('hreflang')]).toEqual([200, false]);
  });
});
