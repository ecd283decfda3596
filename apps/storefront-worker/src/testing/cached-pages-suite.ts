import type { ListingPageRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { CATALOG_PATH } from '../pages/catalog/catalog-href.js';
import { backendControl } from './backend-control.js';
import { finishedRun } from './finished-run.js';
import { type Sight, visitAll } from './page-visits.js';
import { ShopInKv } from './shop-in-kv.js';
import { post } from './worker-client.js';

/** Syncing and looking at two thousand pages takes a while on a busy machine. */
const PATIENCE_MS = 900_000;
const variables = { PULSE_MEMO_MS: '0' };
const shop = new ShopInKv('en');

/** What a suite knows of the shop it looks at. */
export interface CachedPagesTraits {
  /** Pages that store `en` has at least. */
  pages: number;
  /** Largest share of them that one changed product may render again, from 0 to 1. */
  share: number;
  /** A store that is synced already and must not be touched; null where there is no other. */
  otherStore: string | null;
}

/** The promise that a change renders what shows it, once, and nothing else, over every page of the shop. */
export function describeCachedPages({ pages, share, otherStore }: CachedPagesTraits): void {
  let paths: string[] = [];
  let seen = new Map<string, Sight>();
  let product: ProductRecord;

  const look = (where: readonly string[] = paths, store = 'en') =>
    visitAll(where, { variables, origin: `http://${store}.localhost` });

  /** Paths of the other store → how its pages were served. */
  async function lookAside(): Promise<Map<string, Sight>> {
    return otherStore === null ? new Map() : look(await new ShopInKv(otherStore).paths(), otherStore);
  }

  /**
   * Looks at every page: `changed` must be rendered again and look different, `perhaps` may, all others must not.
   */
  async function expectRendered(changed: readonly string[], perhaps: readonly string[]): Promise<void> {
    const now = await look();
    const rendered = [...now].flatMap(([path, { how }]) => (how === 'MISS' ? [path] : []));
    expect(rendered).toEqual(expect.arrayContaining([...changed]));
    expect([...changed, ...perhaps]).toEqual(expect.arrayContaining(rendered));
    expect(rendered.length).toBeLessThan(paths.length * share);
    // Home shows the first products of a listing page and reads all of it, so it may be rendered as it was.
    for (const path of rendered.filter((one) => one !== '/')) {
      expect([path, now.get(path)?.etag]).not.toEqual([path, seen.get(path)?.etag]);
    }
    for (const [path, { how, status }] of now) {
      expect([path, status]).toEqual([path, seen.get(path)?.status]);
      expect([path, how]).toEqual([path, expect.stringMatching(/^(?:HIT|REVALIDATED|MISS)$/)]);
    }
    for (const [path, { how }] of await look(rendered)) expect([path, how]).toEqual([path, 'HIT']);
    for (const [path, { how }] of await lookAside()) expect([path, how]).toEqual([path, 'HIT']);
    seen = now;
  }

  describe('with every page of a shop in the cache', () => {
    beforeAll(async () => {
      await sync('/sync?store=en');
      await hideSomeCategories();
      await sync('/sync/categories?store=en');
      paths = await shop.paths();
      product = middle((await shop.products()).filter(isSimpleAndListed(await shop.listingPages())));
      seen = await look();
      await lookAside();
    }, PATIENCE_MS);

    test(`there are at least ${pages}, some of them in categories that the menu does not show`, async () => {
      expect(paths.length).toBeGreaterThanOrEqual(pages);
      expect((await shop.categories()).some(({ includeInMenu }) => !includeInMenu)).toBe(true);
      // System pages and the home page's second address.
      expect([...seen.values()].filter(({ status }) => status !== 200).length).toBeLessThan(5);
    });

    test(
      'one price renders the product and the pages that show it, once',
      async () => {
        await backendControl.edit({ op: 'updateProduct', id: product.id, patch: { price: 123.45 } });
        await sync('/sync?store=en');
        const { linking, holding } = await shop.pagesWith(product.id);
        const listings = [...(await shop.listingPages())].flatMap(([path, listing]) =>
          idsOn(listing).includes(product.id) ? [path] : [],
        );
        await expectRendered([`/${product.slug}`, ...linking, ...listings], ['/', ...holding]);
      },
      PATIENCE_MS,
    );

    test(
      'one product that sells out renders what showed it and the listing pages that moved up behind it, once',
      async () => {
        const before = await shop.listingPages();
        const { linking, holding } = await shop.pagesWith(product.id);
        await backendControl.edit({ op: 'setStock', id: product.id, qty: 0 });
        await sync('/sync?store=en');
        const after = await shop.listingPages();
        const moved: string[] = [];
        const counting: string[] = [];
        for (const [path, listing] of before) {
          const now = after.get(path);
          if (idsOn(now).join() !== idsOn(listing).join()) moved.push(path);
          else if (now?.totalItems !== listing.totalItems) counting.push(path);
        }
        expect(moved.length).toBeGreaterThan(1);
        await expectRendered(
          [`/${product.slug}`, `/${CATALOG_PATH}`, ...linking, ...moved, ...counting],
          ['/', ...holding],
        );
      },
      PATIENCE_MS,
    );
  });
}

async function sync(path: string): Promise<void> {
  const { status, json } = await post(path, { variables });
  // A slow machine does not get through it while the call waits.
  const result = status === 202 ? await finishedRun(json.run, PATIENCE_MS) : json;
  expect(result).toMatchObject({ success: true });
}

/** Most shops have categories that are linked from elsewhere only. */
async function hideSomeCategories(): Promise<void> {
  const leaves = (await shop.categories()).filter(({ children }) => children.length === 0);
  for (const { id } of leaves.filter((_, n) => n % 4 === 0)) {
    await backendControl.edit({ op: 'updateCategory', id, patch: { includeInMenu: false } });
  }
}

function isSimpleAndListed(listings: ReadonlyMap<string, ListingPageRecord>) {
  const listed = new Set([...listings.values()].flatMap(idsOn));
  return ({ id, type }: ProductRecord) => type === 'simple' && listed.has(id);
}

function idsOn(listing: ListingPageRecord | undefined): number[] {
  return listing?.products.map(({ id }) => id) ?? [];
}

function middle<T>(things: readonly T[]): T {
  const found = things[things.length >> 1];
  if (found === undefined) throw new Error('There is nothing in the middle of nothing');
  return found;
}
