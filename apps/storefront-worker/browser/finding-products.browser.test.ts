import type { ProductCard } from '@maho-storefront/kv-schema';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { known, longestCategory } from './harness/example-pages.js';
import { SCREEN_NAMES, shopBrowser } from './harness/shop-browser.js';
import { catalogOf } from './harness/worker-kv.js';

const browser = shopBrowser();
const storefront = known('store', inject('storefronts')[0]);

/** Any product that a search by its whole name finds. */
async function wanted(): Promise<ProductCard> {
  const category = await longestCategory(storefront);
  const listing = await catalogOf(storefront).listing(category.id, 1);
  return known('listed product', listing?.products[0]);
}

describe.each(SCREEN_NAMES)('the search on a %s', (screen) => {
  test.each([
    ['with scripts', true],
    ['without scripts', false],
  ])('finds a product by its name when Enter is pressed, %s', async (_name, scripts) => {
    const { name, slug } = await wanted();
    const { page, complaints } = await browser.open({ screen, scripts });
    await page.goto(`${storefront.url}/`, { waitUntil: 'networkidle' });
    await page.locator('#search').fill(name);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=*', { waitUntil: 'networkidle' });
    expect(await page.locator(`.product-grid a[href="/${slug}"]`).textContent()).toBe(name);
    expect(await page.locator('#search').inputValue()).toBe(name);
    expect(complaints).toEqual([]);
  });

  test('proposes products while one types; arrow keys and Enter lead to one, Escape closes the list', async () => {
    const { name, slug } = await wanted();
    const { page, complaints } = await browser.open({ screen });
    await page.goto(`${storefront.url}/`, { waitUntil: 'networkidle' });
    const field = page.locator('#search');
    await field.pressSequentially(name.slice(0, 5));
    const option = page.getByRole('option', { name });
    await option.waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await option.waitFor({ state: 'hidden' });
    await field.pressSequentially(name.slice(5));
    await option.waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('option', { selected: true }).textContent()).toContain(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${slug}`, { waitUntil: 'networkidle' });
    expect(complaints).toEqual([]);
  });
});

describe('another order of a listing', () => {
  test('is there as soon as it is chosen, with scripts', async () => {
    const page = await visitCategory(true);
    await page.locator('#sort').selectOption('price-asc');
    await page.waitForURL('**?sort=price-asc', { waitUntil: 'networkidle' });
    expectAscending(await prices(page));
  });

  test('is there when the form is sent, without scripts', async () => {
    const page = await visitCategory(false);
    await page.locator('#sort').selectOption('price-desc');
    await page.locator('.sort-form button').click();
    await page.waitForURL('**?sort=price-desc', { waitUntil: 'networkidle' });
    expectAscending((await prices(page)).reverse());
  });
});

async function visitCategory(scripts: boolean): Promise<Page> {
  const { path } = await longestCategory(storefront);
  const { page } = await browser.open({ screen: 'desktop', scripts });
  await page.goto(`${storefront.url}/${path}`, { waitUntil: 'networkidle' });
  return page;
}

/** The price that each tile shows. */
async function prices(page: Page): Promise<number[]> {
  const texts = await page.locator('.product-grid .price-now').allTextContents();
  return texts.map((text) => Number(text.replace(/[^\d.]/g, '')));
}

function expectAscending(numbers: readonly number[]): void {
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
}
