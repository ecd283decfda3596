import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import * as z from 'zod';
import { askJson } from '../../../scripts/demo/sync-run.mjs';
import { addToCart } from './harness/added-product.js';
import { axeFindings } from './harness/axe-findings.js';
import { fillAddress, goToReview, placeOrder } from './harness/checkout-walk.js';
import { chooseVariant, configurableInStock } from './harness/configurable-choice.js';
import { known, plainProduct } from './harness/example-pages.js';
import { send } from './harness/sent-form.js';
import { type Screen, shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();
const shop = known('store', inject('storefronts')[0]);
const { url } = shop;

const orders = z.object({
  orders: z.array(z.object({ incrementId: z.string(), email: z.string(), grandTotal: z.number() })),
});

async function buy(page: Page, slug: string, choose: () => Promise<void>, scripts: boolean): Promise<void> {
  await page.goto(`${url}/${slug}`, { waitUntil: 'networkidle' });
  await choose();
  await addToCart(page, scripts);
}

describe.each<[string, Screen, boolean]>([
  ['with scripts', 'phone', true],
  ['without scripts', 'desktop', false],
])('a guest %s on a %s', (_name, screen, scripts) => {
  test('buys a configurable product with a coupon and a virtual product, and reaches “order placed”', async () => {
    const { page, complaints } = await browser.open({ screen, scripts });
    const { product, valueIds } = await configurableInStock(shop);
    await buy(page, product.slug, () => chooseVariant(page, valueIds), scripts);
    await buy(page, (await plainProduct(shop, 'virtual')).slug, async () => {}, scripts);
    await page.goto(`${url}/cart`, { waitUntil: 'networkidle' });
    await page.locator('#coupon').fill('SAVE10');
    await send(page, '.code-form button');

    await send(page, 'a[href="/checkout"]');
    const email = `guest-${screen}@example.com`;
    const look = async () => {
      if (scripts) expect(await axeFindings(page)).toEqual([]);
    };
    const toPay = await goToReview(page, { email, look });
    await placeOrder(page);
    await look();

    expect(new URL(page.url()).pathname).toBe('/checkout/success');
    expect(await page.locator('h1').textContent()).toBe('Thank you for your order');
    expect(await page.locator('.totals-grand dd').textContent()).toBe(toPay);
    const placed = orders.parse(await askJson(`${inject('backendUrl')}/_control/shop`));
    const order = known(
      'order',
      placed.orders.findLast((candidate) => candidate.email === email),
    );
    expect(await page.locator('main').textContent()).toContain(order.incrementId);
    expect(toPay).toBe(`$${order.grandTotal.toFixed(2)}`);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('main').textContent()).toContain(order.incrementId);
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });
});

describe('the form of an address', () => {
  test('shows the regions of the country that is chosen, and keeps what was typed', async () => {
    const { page, complaints } = await browser.open({ screen: 'desktop' });
    await buy(page, (await plainProduct(shop, 'virtual')).slug, async () => {}, true);
    await page.goto(`${url}/checkout`, { waitUntil: 'networkidle' });
    await page.locator('#billing-postcode').fill('10115');
    expect(await page.locator('#billing-region').evaluate((field) => field.tagName)).toBe('SELECT');
    await page.locator('#billing-country').selectOption('DE');
    await page.locator('#billing-region option', { hasText: 'Berlin' }).waitFor({ state: 'attached' });
    expect(await page.locator('#billing-postcode').inputValue()).toBe('10115');
    await page.locator('#billing-country').selectOption('NL');
    await page.locator('input#billing-region').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });

  test('keeps the region that a browser fills in together with the country, however late the list comes', async () => {
    const { page } = await browser.open({ screen: 'desktop' });
    await buy(page, (await plainProduct(shop, 'virtual')).slug, async () => {}, true);
    await page.goto(`${url}/checkout`, { waitUntil: 'networkidle' });
    const lists: (() => Promise<void>)[] = [];
    await page.route('**/checkout/address-fields?*', (route) => {
      lists.push(() => route.continue());
    });
    await page.locator('#billing-country').selectOption('NL');
    await page.locator('#billing-country').selectOption('DE');
    await page.locator('#billing-country').selectOption('US');
    await page.locator('#billing-region').selectOption({ label: 'California' });
    await expect.poll(() => lists.length).toBe(2);
    const answers = page.waitForResponse(/address-fields.*country=NL/);
    for (const answer of lists.reverse()) await answer();
    await answers;
    await page.waitForLoadState('networkidle');
    expect(await page.locator('#billing-region option:checked').textContent()).toBe('California');
  });

  test('folds the bill’s address away while it is the same, without a script', async () => {
    const { page } = await browser.open({ screen: 'phone', scripts: false });
    const { product, valueIds } = await configurableInStock(shop);
    await buy(page, product.slug, () => chooseVariant(page, valueIds), false);
    await page.goto(`${url}/checkout`, { waitUntil: 'networkidle' });
    const street = page.locator('#billing-street1');
    expect(await street.isVisible()).toBe(false);
    await page.locator('[data-billing-same]').uncheck();
    expect(await street.isVisible()).toBe(true);
    // Nothing typed there: the shop says so at the field, and the browser does not stand in the way.
    await page.locator('#email').fill('guest@example.com');
    await fillAddress(page, 'shipping');
    await send(page, '#address button[type=submit]');
    expect(await page.locator('#billing-street1-problem').textContent()).toContain('street');
    expect(await page.locator('#shipping-city').inputValue()).toBe('Los Angeles');
  });
});
