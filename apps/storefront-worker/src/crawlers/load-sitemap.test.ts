import { type CatalogReader, type CategoryNode, keys } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { sampleListing } from '../pages/testing/sample-pages.js';
import { sampleCard } from '../pages/testing/sample-products.js';
import { sampleShop } from '../pages/testing/sample-shop.js';
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

async function locations(reader: CatalogReader, query: string): Promise<string[] | null> {
  const xml = await loadSitemap(reader, shop, new URLSearchParams(query));
  return xml === null ? null : [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url);
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
    const xml = await loadSitemap(hostile, shop, new URLSearchParams('page=1'));
    expect(xml).toContain(`<loc>${shop.origin}/a%26b&apos;%3Cc%3E</loc>`);
  });
});
