import type { CategoryNode } from '@maho-storefront/kv-schema';
import { describe, expect, inject, test } from 'vitest';
import * as z from 'zod';
import type { Storefront } from '../../../scripts/demo/synced-shop.mjs';
import { crawl } from './harness/link-crawl.js';
import { catalogOf } from './harness/worker-kv.js';

const backendPage = z.object({ member: z.array(z.object({ id: z.int() })), totalItems: z.int() });
const BACKEND_PAGE_SIZE = 100;

describe.each(inject('storefronts'))(
  'by links alone, without JavaScript, from the home page of $code',
  (storefront) => {
    test('every page of every category and every product that the backend lists is reached', async () => {
      const pages = await crawl(storefront.url);
      const unreached = (paths: readonly string[]) => paths.filter((path) => pages.get(path) !== 200);

      const categories = await categoryPages(storefront);
      expect(categories.length).toBeGreaterThan(10);
      expect.soft(unreached(categories)).toEqual([]);

      const slugs = await slugsById(storefront);
      const listed = await listedByBackend(storefront);
      expect(listed.length).toBeGreaterThan(100);
      expect.soft(listed.filter((id) => !slugs.has(id))).toEqual([]);
      expect.soft(unreached(listed.map((id) => `/${slugs.get(id)}`))).toEqual([]);

      expect([...pages].filter(([, status]) => status !== 200)).toEqual([]);
    });
  },
);

describe.each(inject('storefronts'))('for crawlers of $code', (storefront) => {
  test('robots.txt names the sitemap, which names every category and product, and what it names is there', async () => {
    const robots = await fetch(`${storefront.url}/robots.txt`);
    expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const [, sitemap = ''] = /^Sitemap: (.*)$/m.exec(await robots.text()) ?? [];
    const parts = await locations(sitemap);
    const addresses = (await Promise.all(parts.map(locations))).flat();
    expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(new Set([storefront.url]));

    const named = new Set(addresses.map((address) => new URL(address).pathname));
    const categories = (await categoryPages(storefront)).filter((path) => !path.includes('?'));
    const products = [...(await slugsById(storefront)).values()].map((slug) => `/${slug}`);
    expect([...categories, ...products].filter((path) => !named.has(path))).toEqual([]);

    const pages = await crawl(storefront.url);
    expect([...named].filter((path) => pages.get(path) !== 200)).toEqual([]);
  });
});

async function locations(sitemap: string): Promise<string[]> {
  const response = await fetch(sitemap);
  expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  return [...(await response.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address);
}

/** Path and query of each page of each category, by what stands in KV. */
async function categoryPages(storefront: Storefront): Promise<string[]> {
  const catalog = catalogOf(storefront);
  const paths: string[] = [];
  for (const { id, path } of flat((await catalog.categories()) ?? [])) {
    const { totalPages } = (await catalog.listing(id, 1)) ?? { totalPages: 0 };
    for (let page = 1; page <= Math.max(1, totalPages); page += 1) {
      paths.push(page === 1 ? `/${path}` : `/${path}?page=${page}`);
    }
  }
  return paths;
}

function flat(nodes: readonly CategoryNode[]): CategoryNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

/** Product id → slug, of all products that a category lists. */
async function slugsById(storefront: Storefront): Promise<Map<number, string>> {
  const slugs = new Map<number, string>();
  for await (const { id, slug } of catalogOf(storefront).iterateProducts()) slugs.set(id, slug);
  return slugs;
}

async function listedByBackend({ code }: Storefront): Promise<number[]> {
  const ids: number[] = [];
  for (let page = 1; ; page += 1) {
    const response = await fetch(
      `${inject('backendUrl')}/api/rest/v2/products?itemsPerPage=${BACKEND_PAGE_SIZE}&page=${page}`,
      { headers: { 'X-Store-Code': code, Accept: 'application/ld+json' } },
    );
    const { member, totalItems } = backendPage.parse(await response.json());
    ids.push(...member.map(({ id }) => id));
    if (page * BACKEND_PAGE_SIZE >= totalItems) return ids;
  }
}
