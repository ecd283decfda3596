import { beforeEach, describe, expect, it } from 'vitest';
import { contentsOf } from './testing/kv-contents.js';
import { StagedShop } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

const COUNT = 60;
const FIRST_ID = 3_000;

let staged: StagedShop;
let store: SyncedStore<StagedShop>;
let before: Map<string, string>;

interface Kind {
  what: string;
  entity: string;
  prefix: string;
  remove: (id: number) => void;
}

const KINDS: readonly Kind[] = [
  {
    what: 'categories',
    entity: 'categories',
    prefix: 'en:category:',
    remove: (id) => staged.editCategory(id, { isActive: false }),
  },
  {
    what: 'CMS pages',
    entity: 'cms-pages',
    prefix: 'en:cms:',
    remove: (id) => staged.shop.pages.delete(id),
  },
  {
    what: 'CMS blocks',
    entity: 'cms-blocks',
    prefix: 'en:block:',
    remove: (id) => staged.shop.blocks.delete(id),
  },
  {
    what: 'blog posts',
    entity: 'blog-posts',
    prefix: 'en:blog:',
    remove: (id) => staged.shop.posts.delete(id),
  },
];

beforeEach(async () => {
  staged = new StagedShop(5);
  const { pages, blocks, posts } = staged.shop;
  for (let id = FIRST_ID; id < FIRST_ID + COUNT; id += 1) {
    staged.addCategory(id);
    for (const contents of [pages, blocks, posts]) staged.addContent(contents, id, `address-${id}`);
  }
  store = staged.store();
  await store.soundRun();
  staged.clock.advance(60_000);
  before = contentsOf(store);
  store.kv.forget();
}, 30_000);

describe.each(KINDS)('$what', ({ entity, prefix, remove }) => {
  const lose = (count: number) => {
    for (let n = 0; n < count; n += 1) remove(FIRST_ID + n);
  };
  const keysLeft = () => [...store.kv.entries.keys()].filter((key) => key.startsWith(prefix));
  const keysBefore = () => [...before.keys()].filter((key) => key.startsWith(prefix));

  it.each([21, COUNT])('of which %i are gone at once keep their keys, and the run fails', async (count) => {
    lose(count);
    const run = await store.run();
    expect(run.state).toBe('failed');
    const guard = run.report.failed.find((failure) => failure.entity === entity);
    expect(guard?.reason).toMatch(new RegExp(`^${count} of \\d+ .*allowPrune=1$`));
    expect(store.kv.deletes).toEqual([]);
    expect(run.report.deleted).toBe(0);
    expect(contentsOf(store)).toEqual(before);
  });

  it('go when the caller allows it', async () => {
    lose(40);
    await store.soundRun('full', { allowPrune: true });
    expect(keysLeft()).toHaveLength(keysBefore().length - 40);
  });

  it.each([1, 20])('of which %i are gone go without further questions', async (count) => {
    lose(count);
    await store.soundRun();
    expect(keysLeft()).toHaveLength(keysBefore().length - count);
  });

  it('are as they were when they are back with the next sync', async () => {
    const { pages, blocks, posts, categories } = staged.shop;
    const copies = [pages, blocks, posts, categories].map((records) => structuredClone([...records]));
    lose(COUNT);
    await store.run();
    for (const [n, records] of [pages, blocks, posts, categories].entries()) {
      for (const [id, record] of copies[n] ?? []) Reflect.apply(records.set, records, [id, record]);
    }
    await store.soundRun();
    expect(contentsOf(store)).toEqual(before);
  });
});
