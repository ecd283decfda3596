import type { ProductRecord } from '@maho-storefront/kv-schema';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { addToCart } from './harness/added-product.js';
import { allProducts, known, PRODUCT_TYPES } from './harness/example-pages.js';
import { fillBuyForm } from './harness/filled-buy-form.js';
import { shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();
const storefront = known('store', inject('storefronts')[0]);

let inStock: ProductRecord[] = [];
beforeAll(async () => {
  const products = await allProducts(storefront);
  inStock = products.filter(({ stockStatus }) => stockStatus === 'in_stock');
});

/** Of each type the product that asks for most. */
function examples(): ProductRecord[] {
  const byOptions = [...inStock].sort((a, b) => b.customOptions.length - a.customOptions.length);
  return PRODUCT_TYPES.map((type) =>
    known(
      `${type} product`,
      byOptions.find((product) => product.type === type),
    ),
  );
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a shopper %s', (_name, scripts) => {
  test('puts a product of every type into the cart, from its page', async () => {
    const { page, complaints } = await browser.open({ screen: 'desktop', scripts });
    for (const [index, product] of examples().entries()) {
      const { slug, type } = product;
      await page.goto(`${storefront.url}/${slug}`, { waitUntil: 'networkidle' });
      await fillBuyForm(page, product);
      await addToCart(page, scripts);
      const lines = page.locator('.cart-line');
      expect([type, await lines.count()]).toEqual([type, index + 1]);
      // Of a grouped product its parts are bought.
      const own = lines.locator(`a[href="/${slug}"]`);
      expect([type, (await own.count()) > 0]).toEqual([type, type !== 'grouped']);
    }
    await page.goto(`${storefront.url}/cart`, { waitUntil: 'networkidle' });
    expect(await page.locator('.cart-line').count()).toBe(PRODUCT_TYPES.length);
    expect(complaints).toEqual([]);
  });
});
