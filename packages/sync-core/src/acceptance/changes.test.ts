import { describe, expect, it, vi } from 'vitest';
import { recordAt, recordsOf } from './testing/kv-contents.js';
import { LivingShop } from './testing/living-shop.js';

vi.setConfig({ testTimeout: 30_000 });

const MINUTE_MS = 60_000;

/** A run of changes, and only what it costs. */
async function changes(living: LivingShop, updatedSince?: number) {
  living.shop.forgetRequests();
  living.store.kv.forget();
  const run = await living.store.sync.run('changes', updatedSince === undefined ? {} : { updatedSince });
  expect(run.report.failed).toEqual([]);
  return run;
}

/** The moment from which the backend was asked for products, epoch ms; null = for all. */
function askedSince(living: LivingShop): number | null {
  const [path] = living.shop.requestsOf('en', /^\/products\?(?!.*(categoryId|attr_))/);
  const since = new URLSearchParams(path?.split('?')[1]).get('updatedSince');
  return since === null ? null : Date.parse(since);
}

describe('a run of changes', () => {
  it('asks for what was saved since ten minutes before the last reading began, by the clock of the backend', async () => {
    const living = await LivingShop.open();
    const readAt = living.shop.clock.now() - 20_000;
    living.shop.clock.advance(60 * MINUTE_MS);
    await changes(living);
    expect(askedSince(living)).toBe(Math.floor(readAt / 1000) * 1000 - 10 * MINUTE_MS);
    const secondAt = living.shop.clock.now();
    living.shop.clock.advance(60 * MINUTE_MS);
    await changes(living);
    expect(askedSince(living)).toBe(Math.floor(secondAt / 1000) * 1000 - 10 * MINUTE_MS);
  });

  it('reads one page of each kind and writes nothing when nothing was saved', async () => {
    const living = await LivingShop.open();
    await living.store.pass(60 * MINUTE_MS);
    const run = await changes(living);
    expect(run.report.requests).toEqual({
      'store-config': 1,
      'category-list': 1,
      'product-page': 1,
      cms: 2,
      blog: 2,
    });
    expect(living.store.kv.writes).toBe(0);
  });

  it('brings a saved product, page, block, post and category, reading no item but theirs', async () => {
    const living = await LivingShop.open();
    living.shop.clock.advance(60 * MINUTE_MS);
    const { edit, store } = living;
    const { id } = living.aProduct();
    const category = recordsOf(store, 'category')[0]?.record;
    if (!category) throw new Error('No category');
    edit.updateProduct(id, { price: 321.5 });
    edit.updateCategory(category.id, { name: 'Renamed' });
    edit.addCmsPage({ fields: { identifier: 'new-page', title: 'New page', content: '<p>x</p>' } });
    edit.addBlogPost({
      fields: { urlKey: 'new-post', title: 'New post', content: '<p>x</p>', publishDate: '2026-01-01' },
    });
    await changes(living);
    expect(living.shop.itemRequests('en')).toEqual([id]);
    expect(living.record(id)).toMatchObject({ price: 321.5 });
    expect(recordAt(store, 'category', `en:category:${category.id}`)).toMatchObject({ name: 'Renamed' });
    expect(recordAt(store, 'cms-page', 'en:cms:new-page')).toMatchObject({ title: 'New page' });
    expect(recordAt(store, 'blog-post', 'en:blog:new-post')).toMatchObject({ title: 'New post' });
    expect(await living.faults()).toEqual([]);
  });

  it('takes nothing for deleted because it was not saved', async () => {
    const living = await LivingShop.open();
    const products = recordsOf(living.store, 'product').length;
    living.shop.clock.advance(60 * MINUTE_MS);
    await changes(living);
    expect(living.store.kv.deletes).toEqual([]);
    expect(recordsOf(living.store, 'product')).toHaveLength(products);
    expect(living.store.index.scan('products', { by: 'byMissing', after: [0] }).length).toBe(0);
  });

  it('reads everything when nothing was ever read before, and again when the clock of the backend was set back', async () => {
    const living = await LivingShop.open();
    living.store.index.delete('meta', ['changes-since:products']);
    await changes(living);
    expect(askedSince(living)).toBeNull();
    living.shop.clock.advance(60 * MINUTE_MS);
    await changes(living);
    const ahead = living.shop.clock.now() + 60 * MINUTE_MS;
    living.store.index.put('meta', { name: 'changes-since:products', value: String(ahead) });
    const run = await changes(living);
    expect(run.report.requests['product-page']).toBeGreaterThan(1);
    expect(run.complete).toContain('products');
    living.shop.clock.advance(MINUTE_MS);
    await changes(living);
    expect(askedSince(living)).toBeLessThan(living.shop.clock.now());
  });

  it('asks for more where an earlier moment is named, and never for less than it would by itself', async () => {
    const living = await LivingShop.open();
    living.shop.clock.advance(60 * MINUTE_MS);
    await changes(living);
    const byItself = living.shop.clock.now() - 10 * MINUTE_MS;
    const yesterday = Math.floor(living.shop.clock.now() / 1000) * 1000 - 24 * 60 * MINUTE_MS;
    living.shop.clock.advance(60 * MINUTE_MS);
    await changes(living, yesterday);
    expect(askedSince(living)).toBe(yesterday);
    const afterwards = living.shop.clock.now() - 10 * MINUTE_MS;
    living.shop.clock.advance(60 * MINUTE_MS);
    await changes(living, living.shop.clock.now());
    expect(askedSince(living)).toBe(Math.floor(afterwards / 1000) * 1000);
    expect(afterwards).toBeGreaterThan(byItself);
  });

  it('does not move on past a page that it could not read', async () => {
    const living = await LivingShop.open();
    living.shop.clock.advance(60 * MINUTE_MS);
    await changes(living);
    const since = askedSince(living);
    living.shop.clock.advance(60 * MINUTE_MS);
    living.shop.override = (path) =>
      /updatedSince/.test(path) && path.startsWith('/products')
        ? Response.json({ error: 'internal_server_error', message: 'x' }, { status: 500 })
        : null;
    expect((await living.store.sync.run('changes')).state).toBe('failed');
    living.shop.override = () => null;
    await changes(living);
    expect(askedSince(living)).toBeLessThan(living.shop.clock.now() - 60 * MINUTE_MS);
    expect(askedSince(living)).toBeGreaterThan(since ?? 0);
  });
});

describe('a block that changes between two runs of changes', () => {
  it('has all pages and posts read again, into which it may be rendered', async () => {
    const living = await LivingShop.open();
    living.shop.clock.advance(60 * MINUTE_MS);
    await changes(living);
    living.shop.clock.advance(60 * MINUTE_MS);
    living.edit.addCmsBlock({ fields: { identifier: 'new-block', title: 'New', content: '<p>x</p>' } });
    await changes(living);
    const [pages] = living.shop.requestsOf('en', /^\/cms-pages/);
    expect(pages).not.toMatch(/updatedSince/);
    expect(living.shop.requestsOf('en', /^\/blog-posts/)[0]).not.toMatch(/updatedSince/);
    expect(await living.faults()).toEqual([]);
  });
});
