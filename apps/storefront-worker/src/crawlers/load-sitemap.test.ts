import { type CatalogReader, type CategoryNode, keys } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { sampleListing } from '../pages/testing/sample-pages.js';
import { sampleCard } from '../pages/testing/sample-products.js';
import { sampleShop } from '../pages/testing/sample-shop.js';
import type { StoreView } from '../store-views/subject-paths.js';
import { readerOver } from '../testing/reader-over.js';
import { loadSitemap } from './load-sitemap.js';
import { LISTINGS_PER_PART } from './sitemap-plan.js';

const PAGE_SIZE = 48;
const shop = sampleShop({ cmsPages: [{ id: 1, identifier: 'service/returns', title: 'Returns' }] });

function node(id: number, productCount: number, children: CategoryNode[] = []): CategoryNode {
  const path = `category-${id}`;
  return { id, name: path, path, level: 2, includeInMenu: id !== 3, productCount, children };
}

/** A store whose categories have as many products as they say, named after category and number. */
function catalogOf(tree: CategoryNode[]): CatalogReader {
  const records = new Map<string, unknown>([
    [keys.categories('en'), tree],
    [
      keys.blogPosts('en'),
      [{ id: 1, urlKey: 'a-visit', title: 'A visit', categoryIds: [], publishDate: '2026-01-01' }],
    ],
  ]);
  for (const { id, productCount } of tree.flatMap((top) => [top, ...top.children])) {
    for (let page = 1; (page - 1) * PAGE_SIZE < productCount; page += 1) {
      const onPage = Math.min(PAGE_SIZE, productCount - (page - 1) * PAGE_SIZE);
      const products = Array.from({ length: onPage }, (_, n) => {
        const number = (page - 1) * PAGE_SIZE + n + 1;
        return sampleCard({ id: number, slug: `product-${id}-${number}` });
      });
      records.set(keys.listing('en', id, page), sampleListing({ products, page }));
    }
  }
  return readerOver(records);
}

const unsynced = (code: string): StoreView => ({
  reader: readerOver(new Map(), code),
  slugsOf: async (ids) => ids.map(() => null),
});

async function locations(reader: CatalogReader, query: string): Promise<string[] | null> {
  const sitemap = await loadSitemap(reader, shop, new URLSearchParams(query), unsynced);
  return sitemap && [...sitemap.xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url);
}

describe('loadSitemap', () => {
  const large = (LISTINGS_PER_PART + 1) * PAGE_SIZE;
  const reader = catalogOf([node(2, large, [node(3, 5)]), node(4, 0)]);

  it('lists its parts, and each part it lists is there', async () => {
    const parts = (await locations(reader, '')) ?? [];
    expect(parts).toEqual([1, 2, 3].map((page) => `${shop.origin}/sitemap.xml?page=${page}`));
    for (const part of parts) expect(await locations(reader, new URL(part).search)).not.toEqual([]);
  });

  it('names every page that shows no product alone in the first part, hidden categories included', async () => {
    expect(await locations(reader, 'page=1')).toEqual(
      [
        '/',
        '/catalog',
        '/category-2',
        '/category-3',
        '/category-4',
        '/service/returns',
        '/blog',
        '/blog/a-visit',
      ].map((path) => shop.origin + path),
    );
  });

  it('names every product of every category', async () => {
    const products = [
      ...((await locations(reader, 'page=2')) ?? []),
      ...((await locations(reader, 'page=3')) ?? []),
    ];
    expect(products).toHaveLength(large + 5);
    expect(products).toContain(`${shop.origin}/product-2-${large}`);
    expect(products).toContain(`${shop.origin}/product-3-5`);
  });

  it.each(['page=0', 'page=4', 'page=x'])('has nothing at %s', async (query) => {
    expect(await locations(reader, query)).toBeNull();
  });

  it('escapes what XML would read as markup', async () => {
    const hostile = catalogOf([{ ...node(2, 0), path: "a&b'<c>" }]);
    const sitemap = await loadSitemap(hostile, shop, new URLSearchParams('page=1'), unsynced);
    expect(sitemap?.xml).toContain(`<loc>${shop.origin}/a%26b&apos;%3Cc%3E</loc>`);
  });
});

describe('the translations in a sitemap', () => {
  const categories = [{ id: 2, name: 'Zwei', path: 'kategorie-zwei', children: [] }];
  const german: StoreView = {
    reader: readerOver(
      new Map<string, unknown>([
        [keys.config('de'), sampleShop({}, { locale: 'de_AT' }).config],
        [keys.categoryPaths('de'), categories],
      ]),
      'de',
    ),
    slugsOf: async (ids) => ids.map((id) => (id === 1 ? 'produkt-eins' : null)),
  };
  const reader = catalogOf([node(2, 2), node(4, 0)]);
  const load = (query: string, view = () => german) =>
    loadSitemap(reader, shop, new URLSearchParams(query), view);

  /** The line of a page. */
  const line = (xml: string | undefined, path: string) =>
    xml?.split('\n').find((text) => text.includes(`<loc>${shop.origin}${path}</loc>`));

  it('name where the other store view has the page, in the language it says it speaks', async () => {
    const others = await load('page=1');
    const products = await load('page=2');
    expect(line(others?.xml, '/category-2')).toBe(
      `<url><loc>${shop.origin}/category-2</loc>` +
        `<xhtml:link rel="alternate" hreflang="en-US" href="${shop.origin}/category-2"/>` +
        '<xhtml:link rel="alternate" hreflang="de-AT" href="https://de.shop.example/kategorie-zwei"/></url>',
    );
    expect(line(products?.xml, '/product-2-1')).toContain('href="https://de.shop.example/produkt-eins"');
  });

  it('are left out for what the other store view does not have', async () => {
    for (const [query, path] of [
      ['page=1', '/category-4'],
      ['page=2', '/product-2-2'],
    ] as const) {
      expect(line((await load(query))?.xml, path)).toBe(`<url><loc>${shop.origin}${path}</loc></url>`);
    }
  });

  it('are looked up in no store view for the list of parts, nor where there is only one', async () => {
    const never = () => {
      throw new Error('Another store view was asked.');
    };
    expect(await load('', never)).toMatchObject({ readsOthers: false });
    const alone = { ...shop, stores: [shop.store] };
    const sitemap = await loadSitemap(reader, alone, new URLSearchParams('page=1'), never);
    expect(sitemap?.readsOthers).toBe(false);
    expect(sitemap?.xml).not.toContain('xhtml');
  });

  it('make a sitemap that no pulse of its own store keeps true', async () => {
    expect((await load('page=1'))?.readsOthers).toBe(true);
  });
});
