import { keys } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { sampleShop } from '../pages/testing/sample-shop.js';
import { readerOver } from '../testing/reader-over.js';
import type { PageSubject } from './page-subject.js';
import { type StoreView, subjectPaths } from './subject-paths.js';

const records = new Map<string, unknown>([
  [keys.config('de'), sampleShop({}, { cmsHomePage: 'start' }).config],
  [
    keys.categoryPaths('de'),
    [
      {
        id: 4,
        name: 'Damen',
        path: 'damen',
        children: [{ id: 5, name: 'Röcke', path: 'damen/röcke', children: [] }],
      },
    ],
  ],
  [
    keys.cmsPages('de'),
    ['start', 'no-route', 'service/returns'].map((identifier, n) => ({ id: n, identifier, title: 'x' })),
  ],
  [keys.blogPosts('de'), [{ id: 3, urlKey: 'besuch', title: 'Besuch', categoryIds: [] }]],
]);
const german: StoreView = {
  reader: readerOver(records, 'de'),
  slugsOf: async (ids) => ids.map((id) => (id === 42 ? 'hemd' : null)),
};
const empty: StoreView = {
  reader: readerOver(new Map(), 'de'),
  slugsOf: async (ids) => ids.map(() => null),
};

describe('subjectPaths', () => {
  it('tells where a store view has things, in the order asked for', async () => {
    const subjects: PageSubject[] = [
      { kind: 'post', id: 3 },
      { kind: 'category', id: 5 },
      { kind: 'product', id: 42 },
      { kind: 'cms', identifier: 'service/returns' },
      { kind: 'category', id: 4 },
      { kind: 'blog' },
      { kind: 'catalog' },
      { kind: 'home' },
    ];
    expect(await subjectPaths(german, subjects)).toEqual([
      '/blog/besuch',
      '/damen/r%C3%B6cke',
      '/hemd',
      '/service/returns',
      '/damen',
      '/blog',
      '/catalog',
      '/',
    ]);
  });

  it.each([
    { kind: 'product', id: 43 },
    { kind: 'category', id: 6 },
    { kind: 'post', id: 4 },
    { kind: 'cms', identifier: 'about' },
    // Both are shown in place of others only.
    { kind: 'cms', identifier: 'start' },
    { kind: 'cms', identifier: 'no-route' },
  ] satisfies PageSubject[])('is null for what the store view does not have: %j', async (subject) => {
    expect(await subjectPaths(german, [subject])).toEqual([null]);
  });

  it('is null for the blog of a store view without a post', async () => {
    expect(await subjectPaths(empty, [{ kind: 'blog' }, { kind: 'post', id: 3 }])).toEqual([null, null]);
  });
});
