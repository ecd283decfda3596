import { beforeEach, describe, expect, it } from 'vitest';
import { contentsOf, recordAt, recordsOf } from './testing/kv-contents.js';
import { STAGE_CATEGORY, StagedShop } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

const PAGES = 150;
const FIRST_PAGE = /^\/cms-pages\?.*\bpage=1\b/;

describe('more CMS pages than one answer holds, whose order moves while they are read', () => {
  let staged: StagedShop;
  let store: SyncedStore<StagedShop>;
  let before: Map<string, string>;

  beforeEach(async () => {
    staged = new StagedShop(3);
    for (let n = 0; n < PAGES; n += 1) staged.addContent(staged.shop.pages, 2_000 + n, `page-${n}`);
    store = staged.store();
    await store.soundRun();
    before = contentsOf(store);
    staged.clock.advance(60_000);
    store.kv.forget();
  });

  /** The page that was first goes to the end, and the one behind the boundary slips in front of it. */
  function moveOrder(): void {
    const [id] = staged.shop.pages.keys();
    const page = id === undefined ? undefined : staged.shop.pages.get(id);
    if (!page) throw new RangeError('The shop has no CMS page');
    staged.shop.pages.delete(page.id);
    staged.shop.pages.set(page.id, page);
  }

  it('are read again, and nothing that lives is deleted', async () => {
    let moves = 0;
    staged.afterAnswer = (path) => {
      if (!FIRST_PAGE.test(path) || moves > 0) return;
      moves += 1;
      moveOrder();
    };
    await store.soundRun();
    expect(moves).toBe(1);
    expect(store.kv.deletes).toEqual([]);
    expect(contentsOf(store)).toEqual(before);
  });

  it('are left alone when they move each time, and the failure says so', async () => {
    staged.afterAnswer = (path) => {
      if (FIRST_PAGE.test(path)) moveOrder();
    };
    const run = await store.run();
    expect(run.state).toBe('failed');
    expect(run.report.failed).toHaveLength(1);
    expect(run.report.failed[0]).toMatchObject({ entity: 'cms-pages', id: null });
    expect(run.report.failed[0]?.reason).toContain('moved each time');
    expect(store.kv.deletes).toEqual([]);
    expect(contentsOf(store)).toEqual(before);
    staged.afterAnswer = () => {};
    await store.soundRun();
    expect(contentsOf(store)).toEqual(before);
  });

  it('lose the one that is really gone, and no other', async () => {
    staged.shop.pages.delete(2_120);
    let moves = 0;
    staged.afterAnswer = (path) => {
      if (!FIRST_PAGE.test(path) || moves > 0) return;
      moves += 1;
      moveOrder();
    };
    await store.soundRun();
    expect(store.kv.deletes).toEqual(['en:cms:page-120']);
    expect(recordsOf(store, 'cms-page')).toHaveLength(PAGES - 1);
    expect(recordAt(store, 'cms-pages', 'en:cms-pages')).toHaveLength(PAGES - 1);
  });
});

describe('a block that is edited during the first sync, after its category was read', () => {
  it('is in the landing block of its category after the second look, without a sync asked for', async () => {
    const staged = new StagedShop(3);
    staged.editCategory(STAGE_CATEGORY, { landingBlock: 'landing' });
    const block = { id: 700, address: 'landing', title: 'Before', isGeneric: true, updatedAt: 1 };
    staged.shop.blocks.set(block.id, block);
    staged.afterAnswer = (path) => {
      if (path === `/categories/${STAGE_CATEGORY}`) block.title = 'Edited';
    };
    const store = staged.store();
    await store.soundRun();
    const landing = () => recordAt(store, 'category', `en:category:${STAGE_CATEGORY}`)?.landingBlock;
    expect(recordAt(store, 'block', 'en:block:landing')?.content).toContain('Edited');
    expect(landing()).toContain('Before');
    await store.pass(330_000);
    expect(landing()).toContain('Edited');
  });
});
