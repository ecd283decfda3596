import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { known, longestCategory } from './harness/example-pages.js';
import { shopBrowser } from './harness/shop-browser.js';
import { editShop } from './harness/shop-edits.js';

const browser = shopBrowser();
const MARK = 'ran';
const RUNS = `window.dataset=1;document.documentElement.dataset.${MARK}=1`;
/** Leaves JSON-LD, an attribute, a title and plain text, in this order, if anything lets it. */
const NAME = `Zzyzx </script><script>${RUNS}</script>"><img src=x onerror="${RUNS}"></title><svg onload="${RUNS}">`;
/** A text that is HTML: its picture may be shown, nothing else of it may happen. */
const HTML = `<p>Fine</p><script>${RUNS}</script><img src="/media/x.svg" alt="x" onerror="${RUNS}" onload="${RUNS}">`;
const URL_KEY = 'a-hostile-name';

const storefront = known('store', inject('storefronts')[0]);

let productId: number | null = null;

beforeAll(async () => {
  const { id } = await longestCategory(storefront);
  productId = await editShop({
    op: 'createProduct',
    name: NAME,
    price: 1,
    urlKey: URL_KEY,
    qty: 10,
    categoryIds: [id],
    websiteIds: [1],
    fields: { shortDescription: HTML, description: HTML, metaTitle: NAME, metaDescription: NAME },
  });
});

afterAll(() => editShop({ op: 'deleteProduct', id: productId }));

describe('a product whose name is markup', () => {
  test.each([
    ['its own page', `/${URL_KEY}`, 'h1'],
    ['its category, newest first', null, '.product-grid a'],
    ['the search', `/search?q=Zzyzx`, '.product-grid a'],
  ])('is text on %s, and nothing of it runs or is even tried', async (_where, fixedPath, selector) => {
    const path = fixedPath ?? `/${(await longestCategory(storefront)).path}?sort=newest`;
    const { page, complaints } = await browser.open({ screen: 'desktop' });
    await page.goto(storefront.url + path, { waitUntil: 'networkidle' });
    expect(await page.locator(selector).first().textContent()).toBe(NAME);
    expect(await page.locator('html').getAttribute(`data-${MARK}`)).toBeNull();
    expect(complaints).toEqual([]);
  });

  test('is text among the suggestions of the search', async () => {
    const { page, complaints } = await browser.open({ screen: 'desktop' });
    await page.goto(`${storefront.url}/`, { waitUntil: 'networkidle' });
    await page.locator('#search').pressSequentially('Zzyzx');
    const suggestion = page.getByRole('option').first();
    await suggestion.waitFor();
    expect(await suggestion.textContent()).toContain(NAME);
    expect(await page.locator('html').getAttribute(`data-${MARK}`)).toBeNull();
    expect(complaints).toEqual([]);
  });

  test('is text as what was searched for', async () => {
    const { page, complaints } = await browser.open({ screen: 'desktop' });
    await page.goto(`${storefront.url}/search?q=${encodeURIComponent(NAME.slice(6, 120))}`, {
      waitUntil: 'networkidle',
    });
    expect(await page.locator('h1').textContent()).toContain('</script><script>');
    expect(await page.locator('html').getAttribute(`data-${MARK}`)).toBeNull();
    expect(complaints).toEqual([]);
  });
});
