import type { ProductCard } from '@maho-storefront/kv-schema';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import type { Storefront } from '../../../scripts/demo/synced-shop.mjs';
import { known, longestCategory } from './harness/example-pages.js';
import { SCREEN_NAMES, shopBrowser } from './harness/shop-browser.js';
import { catalogOf } from './harness/worker-kv.js';

const browser = shopBrowser();

describe.each(inject('storefronts'))('a walk through the store $code', (storefront) => {
  describe.each(SCREEN_NAMES)('on a %s', (screen) => {
    test.each([
      ['with scripts', true],
      ['without scripts', false],
    ])(
      'leads from home to a related product %s, and the browser has nothing to complain about',
      async (_name, scripts) => {
        const category = await longestCategory(storefront);
        const card = await linkedProductOnPage2(storefront, category.id);
        const { page, complaints } = await browser.open({ screen, scripts });

        await page.goto(`${storefront.url}/`, { waitUntil: 'networkidle' });
        await follow(page, `main h3 a[href="/${category.path}"]`);
        expect(await heading(page)).toBe(category.name);

        await follow(page, '.pager a[rel=next]');
        expect(new URL(page.url()).search).toBe('?page=2');

        await follow(page, `.product-grid a[href="/${card.slug}"]`);
        expect(await heading(page)).toBe(card.name);

        const related = page.locator('section[aria-labelledby=related] h3 a').first();
        const name = await related.textContent();
        await follow(page, 'section[aria-labelledby=related] h3 a');
        expect(await heading(page)).toBe(name);

        expect(complaints).toEqual([]);
      },
    );
  });
});

/** Clicks the first link that matches, and waits for all of the next page. */
async function follow(page: Page, selector: string): Promise<void> {
  const before = page.url();
  await page.locator(selector).first().click();
  await page.waitForURL((url) => url.href !== before, { waitUntil: 'networkidle' });
}

function heading(page: Page): Promise<string | null> {
  return page.locator('h1').textContent();
}

/** A product on the second page of a category whose own page shows a related one. */
async function linkedProductOnPage2(storefront: Storefront, categoryId: number): Promise<ProductCard> {
  const catalog = catalogOf(storefront);
  const { products: cards } = known('second page', await catalog.listing(categoryId, 2));
  const products = await catalog.products(cards.map(({ slug }) => slug));
  const linked = products.find((product) => (product?.related.length ?? 0) > 0);
  return known(
    'related product',
    cards.find(({ id }) => id === linked?.id),
  );
}
