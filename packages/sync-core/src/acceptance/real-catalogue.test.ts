import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '@maho-storefront/demo-backend';
import type { ProductRecord } from '@maho-storefront/kv-schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { SHOP_URL } from './testing/backend-answers.js';
import { contentFaults, listedTruth, productKeyFaults, treeFaults } from './testing/catalogue-faults.js';
import { textOf, toHtml } from './testing/expected-html.js';
import { flatTree } from './testing/expected-tree.js';
import { type JsonObject, numbersOf, objectOf, objectsOf, picked } from './testing/json-object.js';
import {
  contractFaults,
  listedIds,
  recordAt,
  recordsOf,
  redirectFaults,
  redirectFrom,
} from './testing/kv-contents.js';
import type { SyncedStore } from './testing/synced-store.js';

const FOLDER = fileURLToPath(new URL('../../../../../shared/real-catalogue/', import.meta.url));
const isThere = existsSync(`${FOLDER}en/products.json`);
if (!isThere) {
  process.emitWarning(
    'No ../shared/real-catalogue beside the repository: the real catalogue is NOT checked.',
  );
}

/** A file of the dump, with the host that the backend gets here. */
async function dumped(path: string): Promise<unknown> {
  const text = await readFile(`${FOLDER}${path}`, 'utf8');
  return JSON.parse(
    text.replaceAll('https://maho.example', SHOP_URL).replaceAll('http://maho.example', SHOP_URL),
  );
}

interface DumpedProduct {
  id: number;
  item: JsonObject;
  listing: JsonObject;
}

async function dumpedProducts(code: string): Promise<DumpedProduct[]> {
  return objectsOf(await dumped(`${code}/products.json`)).map((pair) => {
    const item = objectOf(pair.item);
    return { id: Number(item.id), item, listing: objectOf(pair.listing) };
  });
}

describe.skipIf(!isThere).each([
  { code: 'en', products: 225 },
  { code: 'outlet_uk', products: 25 },
])('the real catalogue, store $code (skipped without ../shared/real-catalogue)', ({ code, products }) => {
  let store: SyncedStore;
  let dump: DumpedProduct[];
  let records: Map<number, ProductRecord>;

  beforeAll(async () => {
    const shop = new AcceptanceShop(await loadCatalogue(FOLDER));
    store = shop.store(code);
    await store.soundRun();
    dump = await dumpedProducts(code);
    records = new Map(recordsOf(store, 'product').map(({ record }) => [record.id, record]));
  }, 60_000);

  it(`has all ${products} products, gallery and description as in the dump`, () => {
    expect(dump).toHaveLength(products);
    expect([...records.keys()].sort((a, b) => a - b)).toEqual(dump.map(({ id }) => id).sort((a, b) => a - b));
    const wrong = dump.filter(({ id, item }) => {
      const gallery = objectsOf(item.mediaGallery).map((image) =>
        JSON.stringify(picked(image, 'url', 'position')),
      );
      const inKv =
        records.get(id)?.gallery.map(({ url, position }) => JSON.stringify({ url, position })) ?? [];
      const isSameGallery = JSON.stringify(inKv.toSorted()) === JSON.stringify(gallery.toSorted());
      const description = records.get(id)?.description;
      const isSameDescription =
        description === toHtml(item.description) && textOf(description) === textOf(item.description);
      return !isSameGallery || !isSameDescription;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('has every part of every product as the backend says, and nothing else under a product key', async () => {
    const truth = await listedTruth(store, store.shop.answers(code));
    expect(productKeyFaults(store, truth)).toEqual([]);
  });

  it('has every listing in the order of the dump', async () => {
    const orders = objectOf(await dumped(`${code}/category-products.json`));
    const inTree = flatTree(recordAt(store, 'categories', `${code}:categories`) ?? []);
    expect(inTree.length).toBeGreaterThan(3);
    for (const { id, productCount } of inTree) {
      const order = objectOf(orders[String(id)]);
      expect(listedIds(store, id), `category ${id}`).toEqual(numbersOf(order.ids));
      expect(productCount, `count of category ${id}`).toBe(order.totalItems);
    }
  });

  it('leaves out the category below an inactive one, and has the tree otherwise', async () => {
    const tree = flatTree(recordAt(store, 'categories', `${code}:categories`) ?? []).map(({ id }) => id);
    const listed = objectsOf(await dumped(`${code}/categories.json`)).map((pair) =>
      Number(objectOf(pair.listing).id),
    );
    expect(tree.toSorted()).toEqual(listed.filter((id) => id !== 45).toSorted());
    expect(await treeFaults(store, store.shop.answers(code))).toEqual([]);
    expect(recordAt(store, 'category', `${code}:category:45`)).toBeNull();
  });

  it("shows the item's prices, the listing's only where the item has none", () => {
    for (const { id, item, listing } of dump) {
      const isDynamic = item.type === 'bundle' && item.priceType === 0;
      const source = isDynamic ? listing : item;
      const { price, finalPrice } = records.get(id) ?? {};
      expect({ id, price, finalPrice }).toEqual({
        id,
        price: source.price ?? undefined,
        finalPrice: source.finalPrice ?? undefined,
      });
    }
  });

  it('redirects from every url path that is not the slug, straight to the slug', () => {
    const slugs = new Set([...records.values()].map(({ slug }) => slug));
    for (const { id, item } of dump) {
      const path = String(item.urlPath ?? '').replace(/\.html$/, '');
      const slug = records.get(id)?.slug;
      if (path === '' || path === slug || slugs.has(path)) continue;
      expect(redirectFrom(store, path), path).toBe(slug);
    }
    expect(redirectFaults(store)).toEqual([]);
  });

  it('has all CMS pages, blocks, blog posts and the 245 countries', async () => {
    expect(await contentFaults(store, store.shop.answers(code))).toEqual([]);
    const identifiers = async (file: string, field: string) =>
      objectsOf(await dumped(`${code}/${file}`))
        .map((entry) => String(entry[field]))
        .sort();
    expect(
      recordsOf(store, 'cms-page')
        .map(({ key }) => key.identifier)
        .sort(),
    ).toEqual(await identifiers('cms-pages.json', 'identifier'));
    expect(
      recordsOf(store, 'block')
        .map(({ key }) => key.identifier)
        .sort(),
    ).toEqual(await identifiers('cms-blocks.json', 'identifier'));
    expect(
      recordsOf(store, 'blog-post')
        .map(({ key }) => key.urlKey)
        .sort(),
    ).toEqual(await identifiers('blog-posts.json', 'urlKey'));
    expect(recordAt(store, 'countries', `${code}:countries`)).toHaveLength(245);
  });

  it('holds keys, values and metadata that the contract can read', async () => {
    expect(await contractFaults(store)).toEqual([]);
  });

  it.runIf(code === 'en')('gives the three products with the url key chelsea-tee an address each', () => {
    const tees = recordsOf(store, 'product').filter(({ record }) => record.urlKey === 'chelsea-tee');
    expect(tees).toHaveLength(3);
    expect(new Set(tees.map(({ key }) => key.slug)).size).toBe(3);
    const owner = tees.find(({ key }) => key.slug === 'chelsea-tee')?.record;
    expect(owner?.type).toBe('configurable');
  });

  it.runIf(code === 'en')(
    'does not show the catalogue rule of rec-simple-043, which the cart ignores',
    () => {
      const product = dump.find(({ item }) => item.sku === 'rec-simple-043');
      expect(product?.listing.finalPrice).not.toBe(product?.item.finalPrice);
      expect(records.get(product?.id ?? 0)?.finalPrice).toBe(product?.item.finalPrice);
      const cards = recordsOf(store, 'listing')
        .flatMap(({ record }) => record.products)
        .filter(({ id }) => id === product?.id);
      expect(cards.map(({ finalPrice }) => finalPrice)).toEqual(cards.map(() => product?.item.finalPrice));
    },
  );

  it.runIf(code === 'en')('has 30 products whose url path is not their url key', () => {
    const differing = dump.filter(({ item }) => item.urlPath !== item.urlKey);
    expect(differing).toHaveLength(30);
    for (const { item } of differing) expect(String(item.urlPath)).not.toBe('');
  });
});
