import { describe, expect, it } from 'vitest';
import { cartDrawer } from '../components/cart/cart-drawer.js';
import { blogPostPage } from './blog/blog-post-page.js';
import { cartPage } from './cart/cart-page.js';
import { categoryPage } from './category/category-page.js';
import { cmsPage } from './cms/cms-page.js';
import { homePage } from './home/home-page.js';
import { renderDocument } from './layout.js';
import { productPage } from './product/product-page.js';
import { searchPage } from './search/search-page.js';
import { pageProblems, structuredData } from './testing/page-audit.js';
import { sampleCartView } from './testing/sample-cart.js';
import { SAMPLE_CATEGORY, SAMPLE_NODE, sampleCategoryData, sampleListing } from './testing/sample-pages.js';
import { SAMPLE_PRODUCTS, sampleCard } from './testing/sample-products.js';
import { sampleShop } from './testing/sample-shop.js';

const HOSTILE = `</script><script>alert("1")</script><img src=x onerror='x'> & "quoted" \u2028`;
/** Fields whose HTML was sanitised when it was synced, and addresses and codes with rules of their own. */
const KEPT = new Set([
  ...['description', 'shortDescription', 'content', 'landingBlock', 'type', 'priceType', 'currency'],
  ...['stockStatus', 'displayMode', 'giftcardType', 'giftcardAmountCurrency', 'timezone', 'locale'],
]);

/** Puts the hostile text into every text of a value, whatever its depth. */
function spoiled<T>(value: T): T;
function spoiled(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return KEPT.has(field) ? value : HOSTILE;
  if (Array.isArray(value)) return value.map((entry) => spoiledAt(entry, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, spoiledAt(entry, name)]));
}

function spoiledAt(value: unknown, field: string): unknown {
  const inner: (value: unknown, field: string) => unknown = spoiled;
  return inner(value, field);
}

const plain = sampleShop();
const shop = {
  ...plain,
  menu: spoiled(plain.menu),
  cmsPages: spoiled(plain.cmsPages),
  config: spoiled(plain.config),
  store: { ...plain.store, name: HOSTILE },
  path: '/"><script>alert(1)</script>',
};

function expectHarmless(html: string): void {
  expect(html).not.toContain('alert("1")');
  expect(html).not.toContain('<img src=x');
  expect(html).not.toMatch(/href="javascript:/i);
  expect(pageProblems(html).filter((problem) => problem.startsWith('inline'))).toEqual([]);
  for (const data of structuredData(html)) expect(data).toHaveProperty('@context');
}

describe('a record full of markup', () => {
  it('is shown as text: cart and drawer', () => {
    const { cart, countries } = spoiled(sampleCartView());
    const known = {
      cart: { ...cart, currency: 'USD' },
      products: new Map([[2, spoiled(sampleCard())]]),
    };
    const problem = { message: HOSTILE, status: 422, code: 'x', fields: [] } as const;
    const formProblem = { ...problem, form: 'gift-card', typed: { 'gift-card': HOSTILE } } as const;
    const filled = { ...known, countries, problem: formProblem };
    expectHarmless(renderDocument(shop, cartPage(shop, { filled, problem })));
    expectHarmless(cartDrawer(shop, { ...known, added: HOSTILE }));
  });

  it.each(Object.entries(SAMPLE_PRODUCTS))('is shown as text: product of type %s', (_type, product) => {
    const content = productPage(shop, {
      product: spoiled(product),
      trail: [{ name: HOSTILE, path: HOSTILE }],
      related: [spoiled(sampleCard())],
      upsell: [],
    });
    expectHarmless(renderDocument(shop, content));
  });

  it('is shown as text: category, CMS page, post and home', () => {
    const category = categoryPage(shop, {
      ...sampleCategoryData({ sort: 'name' }),
      category: spoiled(SAMPLE_CATEGORY),
      node: spoiled(SAMPLE_NODE),
      listing: spoiled(sampleListing()),
    });
    const page = { id: 1, identifier: HOSTILE, title: HOSTILE, content: '<p>x</p>' };
    const post = {
      id: 1,
      urlKey: HOSTILE,
      title: HOSTILE,
      content: '',
      publishDate: HOSTILE,
      categoryIds: [],
    };
    const home = homePage(shop, {
      cms: page,
      tiles: [spoiled(SAMPLE_NODE)],
      products: [spoiled(sampleCard())],
    });
    for (const content of [
      category,
      home,
      cmsPage(shop, { page }),
      blogPostPage(shop, { post, categories: [] }),
    ]) {
      expectHarmless(renderDocument(shop, content));
    }
  });

  it('is shown as text: what was searched for', () => {
    const found = { query: HOSTILE, products: [sampleCard()], page: 1, totalItems: 99, totalPages: 3 };
    expectHarmless(renderDocument(shop, searchPage(shop, found)));
    expectHarmless(renderDocument(shop, searchPage(shop, { ...found, products: [] })));
  });

  it('leads nowhere but to web addresses', () => {
    const product = { ...SAMPLE_PRODUCTS.downloadable, imageUrl: 'javascript:alert(1)' };
    const data = { trail: [], related: [], upsell: [] };
    const html = renderDocument(
      plain,
      productPage(plain, { ...data, product: { ...sampleProduct(), ...product } }),
    );
    expect(html).not.toContain('javascript:');
  });

  it('may hold half a surrogate pair in its address', () => {
    const product = { ...sampleProduct(), slug: 'half-\ud800', name: 'half \udfff' };
    const content = productPage(plain, { product, trail: [], related: [], upsell: [] });
    expect(content.canonical).toBe('/half-%EF%BF%BD');
    expectHarmless(renderDocument(plain, content));
  });
});

function sampleProduct() {
  const { simple } = SAMPLE_PRODUCTS;
  if (!simple) throw new Error('There is a simple product among the samples.');
  return simple;
}
