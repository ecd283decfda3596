import { expect, inject, test } from 'vitest';
import { allProducts, known } from './harness/example-pages.js';
import { shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();

test('the store switcher leads to the same product in the other language, and back', async () => {
  const [english, german] = inject('storefronts').map((storefront) => known('store', storefront));
  const [from, to] = [known('store', english), known('store', german)];
  const translated = new Map((await allProducts(to)).map((product) => [product.id, product]));
  const product = known(
    'product of both stores',
    (await allProducts(from)).find(({ id }) => translated.has(id)),
  );
  const { page, complaints } = await browser.open({ screen: 'desktop' });
  await page.goto(`${from.url}/${product.slug}`, { waitUntil: 'networkidle' });

  for (const [storefront, name] of [
    [to, translated.get(product.id)?.name],
    [from, product.name],
  ] as const) {
    await page.locator('.store-switcher summary').click();
    await page.locator(`.store-switcher a[href^="${storefront.url}/"]`).click();
    await page.waitForURL(`${storefront.url}/**`, { waitUntil: 'networkidle' });
    expect(await page.locator('h1').textContent()).toBe(name);
  }
  expect(complaints).toEqual([]);
});
