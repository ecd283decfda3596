import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IndexRow } from '../catalog-index/tables.js';
import { AddressWorld } from '../testing/address-world.js';
import { naiveSlugs } from '../testing/naive-addresses.js';

type Change = (world: AddressWorld) => void;

// Few addresses, so that products, numbered url keys and categories collide all the time.
const addresses = fc.constantFrom(
  '',
  'a',
  'b',
  'c',
  'a-1',
  'a-2',
  'b-3',
  'a-2-2',
  'x/a',
  'cart',
  'a'.repeat(399),
);
const ids = fc.integer({ min: 1, max: 5 });
const productFields: fc.Arbitrary<Partial<IndexRow<'products'>>> = fc.record(
  {
    urlKey: addresses,
    path: addresses,
    type: fc.constantFrom('simple', 'configurable', 'virtual'),
    visibility: fc.constantFrom('catalog_search', 'search', 'not_visible'),
  },
  { requiredKeys: [] },
);
const categoryFields = fc.record({
  path: addresses.filter((address) => address !== ''),
  inTree: fc.constantFrom(0, 1),
});

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(ids, productFields).map(
      ([id, fields]): Change =>
        (world) =>
          world.save(id, fields),
    ),
  },
  {
    weight: 2,
    arbitrary: ids.map(
      (id): Change =>
        (world) =>
          world.remove(id),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 2 }), categoryFields).map(
      ([id, fields]): Change =>
        (world) =>
          world.saveCategory(id, fields),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Change>((world) => world.settle()) },
  { weight: 1, arbitrary: fc.constant<Change>((world) => world.settleWithoutProducts()) },
);

function categoryPaths(world: AddressWorld): Set<string> {
  const rows = world.index.scan('categories', {}).filter(({ inTree }) => inTree === 1);
  return new Set(rows.map(({ path }) => path));
}

it('after any series of changes, every address is what the catalogue as it is would give', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40, size: 'max' }), (changes) => {
      const world = new AddressWorld();
      for (const apply of changes) {
        apply(world);
        const products = world.index.scan('products', {});
        expect(world.slugs()).toEqual(naiveSlugs(products, categoryPaths(world)));
      }
    }),
    { numRuns: 400 },
  );
});

it('after any series of changes, no two products share an address', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40, size: 'max' }), (changes) => {
      const world = new AddressWorld();
      for (const apply of changes) apply(world);
      const slugs = Object.values(world.slugs()).filter((slug) => slug !== '');
      expect(new Set(slugs).size).toBe(slugs.length);
    }),
    { numRuns: 200 },
  );
});

it('after any series of changes, no redirect in KV comes from a path where something lives', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40, size: 'max' }), (changes) => {
      const world = new AddressWorld();
      for (const apply of changes) apply(world);
      world.settle();
      const slugs = new Set(Object.values(world.slugs()));
      const categories = categoryPaths(world);
      for (const [path, address] of Object.entries(world.redirectsInKv())) {
        expect([path, slugs.has(path), categories.has(path)]).toEqual([path, false, false]);
        expect([address, slugs.has(address) || categories.has(address)]).toEqual([address, true]);
      }
    }),
    { numRuns: 400 },
  );
});

it('after any series of changes, the redirects in KV are those of the index, no more and no fewer', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40, size: 'max' }), (changes) => {
      const world = new AddressWorld();
      for (const apply of changes) apply(world);
      world.settle();
      expect(world.redirectsInKv()).toEqual(world.liveRedirects());
    }),
    { numRuns: 400 },
  );
});
