import { describe, expect, it } from 'vitest';
import { nth } from './testing/json-object.js';
import { recordAt, recordsOf, redirectFrom } from './testing/kv-contents.js';
import { DAY_MS, LivingShop } from './testing/living-shop.js';

const pageOf = ({ store }: LivingShop, identifier: string) =>
  recordAt(store, 'cms-page', `en:cms:${identifier}`);
const postOf = ({ store }: LivingShop, urlKey: string) => recordAt(store, 'blog-post', `en:blog:${urlKey}`);
const pageIndex = ({ store }: LivingShop) =>
  (recordAt(store, 'cms-pages', 'en:cms-pages') ?? []).map(({ identifier }) => identifier);
const postIndex = ({ store }: LivingShop) =>
  (recordAt(store, 'blog-posts', 'en:blog-posts') ?? []).map(({ urlKey }) => urlKey);

/** A CMS page that is not one of Maho's own. */
function aPage({ store }: LivingShop) {
  const own = new Set(['no-route', 'service-unavailable', 'enable-cookies', 'home']);
  return nth(
    recordsOf(store, 'cms-page').filter(({ key }) => !own.has(key.identifier)),
    0,
  ).record;
}

describe('a CMS page', () => {
  it('has its new text and title, in the index too, when it was edited', async () => {
    const living = await LivingShop.open(20);
    const { id, identifier } = aPage(living);
    living.edit.editCmsPage(id, { title: 'All new', content: '<p>Written again</p>' });
    await living.follow();
    expect(pageOf(living, identifier)).toMatchObject({ title: 'All new', content: '<p>Written again</p>' });
    expect(recordAt(living.store, 'cms-pages', 'en:cms-pages')).toContainEqual({
      id,
      identifier,
      title: 'All new',
    });
    expect(await living.faults()).toEqual([]);
  });

  it('redirects from its old identifier when it was renamed, straight to the newest', async () => {
    const living = await LivingShop.open(20);
    const { id, identifier } = aPage(living);
    living.edit.editCmsPage(id, { identifier: 'help/first' });
    await living.follow();
    expect(pageOf(living, identifier)).toBeNull();
    expect(redirectFrom(living.store, identifier)).toBe('help/first');
    living.edit.editCmsPage(id, { identifier: 'help/second' });
    await living.follow();
    expect(redirectFrom(living.store, identifier)).toBe('help/second');
    expect(redirectFrom(living.store, 'help/first')).toBe('help/second');
    expect(await living.faults()).toEqual([]);
  });

  it.each([
    { how: 'deleted', change: ({ edit }: LivingShop, id: number) => edit.deleteCmsPage(id) },
    {
      how: 'disabled',
      change: ({ edit }: LivingShop, id: number) => edit.editCmsPage(id, { isActive: false }),
    },
  ])('is gone, with the redirects to it, when it was $how', async ({ change }) => {
    const living = await LivingShop.open(20);
    const { id, identifier } = aPage(living);
    living.edit.editCmsPage(id, { identifier: 'renamed' });
    await living.follow();
    change(living, id);
    await living.follow();
    expect(pageOf(living, 'renamed')).toBeNull();
    expect(redirectFrom(living.store, identifier)).toBeNull();
    expect(pageIndex(living)).not.toContain('renamed');
    expect(await living.faults()).toEqual([]);
  });

  it('is there when it is new, and ends a redirect from its identifier', async () => {
    const living = await LivingShop.open(20);
    const { id, identifier } = aPage(living);
    living.edit.editCmsPage(id, { identifier: 'renamed' });
    await living.follow();
    living.edit.addCmsPage({ fields: { identifier, title: 'Successor', content: '<p>New</p>' } });
    await living.follow();
    expect(pageOf(living, identifier)).toMatchObject({ title: 'Successor' });
    expect(redirectFrom(living.store, identifier)).toBeNull();
    expect(await living.faults()).toEqual([]);
  });
});

describe('a CMS block', () => {
  it('shows its new text, and so does the landing page that it stands on', async () => {
    const living = await LivingShop.open(20);
    const landing = nth(
      recordsOf(living.store, 'category').filter(({ record }) => record.landingBlock !== undefined),
      0,
    ).key.id;
    const block = nth(
      recordsOf(living.store, 'block').filter(({ key }) => key.identifier === 'category-landing'),
      0,
    ).record;
    living.edit.editCmsBlock(block.id, { content: '<p>Landed again</p>' });
    await living.follow();
    expect(recordAt(living.store, 'block', 'en:block:category-landing')?.content).toBe('<p>Landed again</p>');
    expect(recordAt(living.store, 'category', `en:category:${landing}`)?.landingBlock).toBe(
      '<p>Landed again</p>',
    );
    expect(await living.faults()).toEqual([]);
  });

  it('reaches the landing page by a sync of the CMS alone', async () => {
    const living = await LivingShop.open(20);
    living.edit.editCmsBlock(20, { content: '<p>By CMS alone</p>' });
    await living.store.soundRun('cms-pages');
    const blocks = recordsOf(living.store, 'category').map(({ record }) => record.landingBlock);
    expect(blocks).toContain('<p>By CMS alone</p>');
  });

  it('is gone when it was deleted', async () => {
    const living = await LivingShop.open(20);
    const block = nth(
      recordsOf(living.store, 'block').filter(({ key }) => key.identifier !== 'category-landing'),
      0,
    );
    living.edit.deleteCmsBlock(block.record.id);
    await living.follow();
    expect(recordAt(living.store, 'block', `en:block:${block.key.identifier}`)).toBeNull();
    expect(await living.faults()).toEqual([]);
  });
});

describe('a blog post', () => {
  it('has its new text and title, in the index too, when it was edited', async () => {
    const living = await LivingShop.open(20);
    const { id, urlKey } = nth(recordsOf(living.store, 'blog-post'), 0).record;
    living.edit.editBlogPost(id, { title: 'Retold', content: '<p>Retold</p>' });
    await living.follow();
    expect(postOf(living, urlKey)).toMatchObject({ title: 'Retold', content: '<p>Retold</p>' });
    const index = recordAt(living.store, 'blog-posts', 'en:blog-posts') ?? [];
    expect(index.find((post) => post.id === id)?.title).toBe('Retold');
    expect(await living.faults()).toEqual([]);
  });

  it('redirects from its old url key when it was renamed', async () => {
    const living = await LivingShop.open(20);
    const { id, urlKey } = nth(recordsOf(living.store, 'blog-post'), 0).record;
    living.edit.editBlogPost(id, { urlKey: 'told-anew' });
    await living.follow();
    expect(postOf(living, urlKey)).toBeNull();
    expect(redirectFrom(living.store, `blog/${urlKey}`)).toBe('blog/told-anew');
    expect(await living.faults()).toEqual([]);
  });

  it('is gone, from the index too, when it was deleted', async () => {
    const living = await LivingShop.open(20);
    const { id, urlKey } = nth(recordsOf(living.store, 'blog-post'), 0).record;
    living.edit.deleteBlogPost(id);
    await living.follow();
    expect(postOf(living, urlKey)).toBeNull();
    expect(postIndex(living)).not.toContain(urlKey);
    expect(await living.faults()).toEqual([]);
  });

  it("appears at the store's midnight when it was written for tomorrow, with no sync asked for", async () => {
    const living = await LivingShop.open(20);
    living.edit.addBlogPost({
      fields: { title: 'Soon', urlKey: 'soon', content: '<p>Soon</p>', publishDate: '2026-11-24' },
    });
    await living.follow();
    expect(postOf(living, 'soon')).toBeNull();
    await living.store.pass(DAY_MS);
    expect(postOf(living, 'soon')).toMatchObject({ title: 'Soon' });
    expect(postIndex(living)).toContain('soon');
    expect(await living.faults()).toEqual([]);
  });
});
