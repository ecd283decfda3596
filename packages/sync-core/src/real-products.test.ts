import { parseRecord, serializeRecord } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { isStale, seenListing } from './change-detection/seen-listing.js';
import { withoutSuffix } from './records/path-suffix.js';
import { AddressWorld } from './testing/address-world.js';
import { recordOf } from './testing/product-items.js';
import { isRealCatalogueThere, realProducts } from './testing/real-products.js';

describe.skipIf(!isRealCatalogueThere()).each(['en', 'outlet_uk'])(
  'the real products of %s (skipped where ../shared/real-catalogue is missing)',
  (store) => {
    const products = realProducts(store);

    it('all become records that readers of KV can parse without loss', () => {
      expect(products.length).toBeGreaterThan(20);
      for (const { item, listing } of products) {
        const text = serializeRecord('product', recordOf(item, { listing: seenListing(listing) }));
        expect(parseRecord('product', text)).toEqual(JSON.parse(text));
      }
    });

    it('all have a price to show, bundles without one on the item included', () => {
      const unpriced = products
        .map(({ item, listing }) => recordOf(item, { listing: seenListing(listing) }))
        .filter(({ finalPrice, minimalPrice }) => finalPrice === undefined && minimalPrice === undefined);
      expect(unpriced.map(({ sku }) => sku)).toEqual([]);
    });

    it('all have an address of their own, the same in whatever order they are met', () => {
      const slugsOf = (order: typeof products) => {
        const world = new AddressWorld();
        for (const { item } of order) {
          const { id, type, urlKey = '', urlPath = '', visibility = 'catalog_search' } = item;
          world.save(id, { type, urlKey, visibility, path: withoutSuffix(urlPath) });
        }
        return world.slugs();
      };
      const slugs = slugsOf(products);
      expect(new Set(Object.values(slugs)).size).toBe(products.length);
      expect(slugsOf([...products].reverse())).toEqual(slugs);
      const byKey = products.filter(({ item }) => slugs[item.id] === item.urlKey);
      expect(byKey.length / products.length).toBeGreaterThan(0.9);
    });

    it('are not taken for stale while nobody edits them', () => {
      const stale = products.filter(({ item, listing }) => isStale(item, seenListing(listing)));
      expect(stale.map(({ item }) => item.sku)).toEqual([]);
    });
  },
);
