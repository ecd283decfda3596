import { describe, expect, it } from 'vitest';
import { keys } from '../keys/key-builder.js';
import { serializeRecord } from '../serialize.js';
import { MemoryKv } from '../testing/memory-kv.js';
import { sampleCategory, sampleListing, sampleProduct, sampleSlug } from '../testing/sample-records.js';
import { CatalogReader } from './catalog-reader.js';

/** KV with a category 3 on two pages, its child 4 that shows one product more, and a lone category 5. */
function smallShop(): Map<string, string> {
  const listing = (id: number, page: number, totalPages: number, ids: number[]): [string, string] => [
    keys.listing('en', id, page),
    serializeRecord('listing', sampleListing(ids, page, totalPages)),
  ];
  return new Map([
    [
      'en:categories',
      serializeRecord('categories', [sampleCategory(3, [sampleCategory(4)]), sampleCategory(5)]),
    ],
    listing(3, 1, 2, [1, 2]),
    listing(3, 2, 2, [3]),
    listing(4, 1, 1, [2, 4]),
    listing(5, 1, 1, [1, 5]),
    ...[1, 2, 3, 4, 5].map((id): [string, string] => [
      keys.product('en', sampleSlug(id)),
      serializeRecord('product', sampleProduct(id)),
    ]),
  ]);
}

async function idsOf(values: ReadonlyMap<string, string>): Promise<number[]> {
  const ids: number[] = [];
  for await (const product of new CatalogReader(new MemoryKv(values), 'en').iterateProducts())
    ids.push(product.id);
  return ids;
}

describe('iterateProducts', () => {
  it('yields every listed product once, in tree and listing order', async () => {
    expect(await idsOf(smallShop())).toEqual([1, 2, 3, 4, 5]);
  });

  it('passes over a page and a record that are missing, and still finds what comes after', async () => {
    const shop = smallShop();
    shop.delete(keys.listing('en', 5, 1));
    shop.delete(keys.product('en', sampleSlug(2)));
    expect(await idsOf(shop)).toEqual([1, 3, 4]);
    const lagging = smallShop();
    lagging.set(keys.listing('en', 3, 1), serializeRecord('listing', sampleListing([1], 1, 3)));
    lagging.delete(keys.listing('en', 3, 2));
    lagging.set(keys.listing('en', 3, 3), serializeRecord('listing', sampleListing([3], 3, 3)));
    expect(await idsOf(lagging)).toEqual([1, 3, 2, 4, 5]);
  });

  it('yields nothing for a store without a category tree', async () => {
    expect(await idsOf(new Map())).toEqual([]);
  });

  it('reads no further than it is asked to', async () => {
    const kv = new MemoryKv(smallShop());
    const products = new CatalogReader(kv, 'en').iterateProducts();
    await products.next();
    await products.next();
    expect(kv.calls.map((call) => call.keys)).toEqual([
      'en:categories',
      'en:products:category:3:page:1',
      ['en:product:product-1', 'en:product:product-2'],
    ]);
    await products.return();
    expect(await products.next()).toEqual({ value: undefined, done: true });
  });
});
