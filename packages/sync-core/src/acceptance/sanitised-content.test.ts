import { describe, expect, it } from 'vitest';
import { SHOP_URL } from './testing/backend-answers.js';
import { nth } from './testing/json-object.js';
import { recordAt, recordsOf } from './testing/kv-contents.js';
import { LivingShop } from './testing/living-shop.js';

const HOSTILE =
  `<p onclick="a()">Hello <script>steal()</script><a href="${SHOP_URL}/women.html?p=2#top">women</a>` +
  `<img src="${SHOP_URL}/media/a.webp" onerror="a()"><a href="javascript:a()">x</a></p></div>{{widget type="x"}}`;
const CLEAN = '<p>Hello <a href="/women?p=2#top">women</a><img src="/media/a.webp"><a>x</a></p>';

describe('HTML of the backend', () => {
  it('stands in KV sanitised, wherever it comes from', async () => {
    const living = await LivingShop.open(20);
    const { edit, store } = living;
    const product = living.aProduct();
    const page = nth(recordsOf(store, 'cms-page'), 0).record;
    const block = nth(recordsOf(store, 'block'), 0).record;
    const post = nth(recordsOf(store, 'blog-post'), 0).record;
    const category = nth(recordsOf(store, 'category'), 0).record;
    edit.updateProduct(product.id, { description: HOSTILE, shortDescription: HOSTILE });
    edit.updateCategory(category.id, { description: HOSTILE });
    edit.editCmsPage(page.id, { content: HOSTILE });
    edit.editCmsBlock(block.id, { content: HOSTILE });
    edit.editBlogPost(post.id, { content: HOSTILE, shortContent: HOSTILE });
    await living.follow();
    expect(living.record(product.id)).toMatchObject({ description: CLEAN, shortDescription: CLEAN });
    expect(recordAt(store, 'category', `en:category:${category.id}`)).toMatchObject({ description: CLEAN });
    expect(recordAt(store, 'cms-page', `en:cms:${page.identifier}`)).toMatchObject({ content: CLEAN });
    expect(recordAt(store, 'block', `en:block:${block.identifier}`)).toMatchObject({ content: CLEAN });
    expect(recordAt(store, 'blog-post', `en:blog:${post.urlKey}`)).toMatchObject({
      content: CLEAN,
      shortContent: CLEAN,
    });
  });

  it('gives plain texts without directives, cut ones included', async () => {
    const living = await LivingShop.open(20);
    const { edit, store } = living;
    const post = nth(recordsOf(store, 'blog-post'), 0).record;
    const page = nth(recordsOf(store, 'cms-page'), 0).record;
    edit.editBlogPost(post.id, { excerpt: 'New {{block id="x"}}lamps < old {{media url="wys' });
    edit.editCmsPage(page.id, { metaDescription: 'All {{var name}}lamps' });
    await living.follow();
    const excerpt = 'New lamps < old ';
    expect(recordAt(store, 'blog-post', `en:blog:${post.urlKey}`)).toMatchObject({ excerpt });
    expect(recordAt(store, 'blog-posts', 'en:blog-posts')).toContainEqual(
      expect.objectContaining({ id: post.id, excerpt }),
    );
    expect(recordAt(store, 'cms-page', `en:cms:${page.identifier}`)?.metaDescription).toBe('All lamps');
  });

  it('leads to the storefront from links to the host of the backend’s pages, if that is another one', async () => {
    const living = await LivingShop.open(20);
    const { edit, shop, store } = living;
    const page = nth(recordsOf(store, 'cms-page'), 0).record;
    const config = await living.answers.get('/store-config');
    shop.override = (path) =>
      path.startsWith('/store-config')
        ? Response.json({ ...config, baseUrl: 'http://www.shop.test/' })
        : null;
    edit.editCmsPage(page.id, {
      content: '<a href="https://www.shop.test/a.html">a</a><a href="https://other.test/b.html">b</a>',
    });
    await living.follow();
    expect(recordAt(store, 'cms-page', `en:cms:${page.identifier}`)?.content).toBe(
      '<a href="/a">a</a><a href="https://other.test/b.html" rel="noopener">b</a>',
    );
  });

  it('of a category, which comes with its directives, shows the files and leads to the pages they name', async () => {
    const living = await LivingShop.open(20);
    const { edit, store } = living;
    const category = nth(recordsOf(store, 'category'), 0).record;
    edit.updateCategory(category.id, {
      description:
        '<img src="{{media url="wysiwyg/a.webp"}}"><a href="{{store url="women"}}">a</a>' +
        '<a href="{{store direct_url="about-us.html"}}">b</a>{{block id="x"}}',
    });
    await living.follow();
    expect(recordAt(store, 'category', `en:category:${category.id}`)?.description).toBe(
      '<img src="/media/wysiwyg/a.webp"><a href="/women">a</a><a href="/about-us">b</a>',
    );
  });

  it('costs nothing when it is read again', async () => {
    const living = await LivingShop.open(20);
    living.edit.editCmsPage(nth(recordsOf(living.store, 'cms-page'), 0).record.id, { content: HOSTILE });
    await living.follow();
    const again = await living.store.soundRun();
    expect(again.report.written).toBe(0);
  });
});
