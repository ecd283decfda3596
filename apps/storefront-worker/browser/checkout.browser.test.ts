import type { ProductRecord } from '@maho-storefront/kv-schema';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import * as z from 'zod';
import { askJson } from '../../../scripts/demo/sync-run.mjs';
import { axeFindings } from './harness/axe-findings.js';
import { chooseVariant, configurableInStock } from './harness/configurable-choice.js';
import { allProducts, known } from './harness/example-pages.js';
import { type Screen, shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();
const [storefront] = inject('storefronts');
if (storefront === undefined) throw new Error('The shop has no store view.');
const { url } = storefront;

const orders = z.object({
  orders: z.array(z.object({ incrementId: z.string(), email: z.string(), grandTotal: z.number() })),
});

async function virtualProduct(): Promise<ProductRecord> {
  const all = await allProducts(known('store', storefront));
  const product = all.find(
    ({ type, stockStatus, hasRequiredOptions }) =>
      type === 'virtual' && stockStatus === 'in_stock' && !hasRequiredOptions,
  );
  return known('virtual product', product);
}

/** Sends a form, and waits for the page that follows. */
async function send(page: Page, button: string): Promise<void> {
  const next = page.waitForNavigation({ waitUntil: 'networkidle' });
  await Promise.all([next, page.locator(button).first().click()]);
}

async function buy(page: Page, slug: string, choose: () => Promise<void>, scripts: boolean): Promise<void> {
  await page.goto(`${url}/${slug}`, { waitUntil: 'networkidle' });
  await choose();
  if (!scripts) return send(page, '[data-buy]');
  await page.locator('[data-buy]').click();
  await page.locator('dialog[open] .cart-line').first().waitFor();
}

describe.each<[string, Screen, boolean]>([
  ['with scripts', 'phone', true],
  ['without scripts', 'desktop', false],
])('a guest %s on a %s', (_name, screen, scripts) => {
  test('buys a configurable product with a coupon and a virtual product, and reaches “order placed”', async () => {
    const { page, complaints } = await browser.open({ screen, scripts });
    const { product, valueIds } = await configurableInStock(storefront);
    await buy(page, product.slug, () => chooseVariant(page, valueIds), scripts);
    await buy(page, (await virtualProduct()).slug, async () => {}, scripts);
    await page.goto(`${url}/cart`, { waitUntil: 'networkidle' });
    await page.locator('#coupon').fill('SAVE10');
    await send(page, '.code-form button');

    await send(page, 'a[href="/checkout"]');
    if (scripts) expect(await axeFindings(page)).toEqual([]);
    const email = `guest-${screen}@example.com`;
    await page.locator('#email').fill(email);
    await fillAddress(page, 'shipping');
    await send(page, '#address button[type=submit]');
    expect(new URL(page.url()).hash).toBe('#shipping');
    if (scripts) expect(await axeFindings(page)).toEqual([]);
    await page.locator('#shipping input[type=radio]').first().check();
    await send(page, '#shipping button[type=submit]');
    await page.locator('#payment input[value=checkmo]').check();
    await send(page, '#payment button[type=submit]');
    if (scripts) expect(await axeFindings(page)).toEqual([]);
    const toPay = await page.locator('#review .totals-grand dd').textContent();
    await send(page, '#review button[type=submit]');

    expect(new URL(page.url()).pathname).toBe('/checkout/success');
    expect(await page.locator('h1').textContent()).toBe('Thank you for your order');
    expect(await page.locator('.totals-grand dd').textContent()).toBe(toPay);
    if (scripts) expect(await axeFindings(page)).toEqual([]);
    const placed = orders.parse(await askJson(`${inject('backendUrl')}/_control/shop`));
    const order = known(
      'order',
      placed.orders.findLast((candidate) => candidate.email === email),
    );
    expect(await page.locator('main').textContent()).toContain(order.incrementId);
    expect(toPay).toBe(`$${order.grandTotal.toFixed(2)}`);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.locator('main').textContent()).toContain(order.incrementId);
    expect(complaints).toEqual([]);
  });
});

describe('the form of an address', () => {
  test('shows the regions of the country that is chosen, and keeps what was typed', async () => {
    const { page, complaints } = await browser.open({ screen: 'desktop' });
    await buy(page, (await virtualProduct()).slug, async () => {}, true);
    await page.goto(`${url}/checkout`, { waitUntil: 'networkidle' });
    await page.locator('#billing-postcode').fill('10115');
    expect(await page.locator('#billing-region').evaluate((field) => field.tagName)).toBe('SELECT');
    await page.locator('#billing-country').selectOption('DE');
    await page.locator('#billing-region option', { hasText: 'Berlin' }).waitFor({ state: 'attached' });
    expect(await page.locator('#billing-postcode').inputValue()).toBe('10115');
    await page.locator('#billing-country').selectOption('NL');
    await page.locator('input#billing-region').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('folds the bill’s address away while it is the same, without a script', async () => {
    const { page } = await browser.open({ screen: 'phone', scripts: false });
    const { product, valueIds } = await configurableInStock(storefront);
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

async function fillAddress(page: Page, prefix: 'shipping' | 'billing'): Promise<void> {
  const field = (name: string) => page.locator(`#${prefix}-${name}`);
  await field('country').selectOption('US');
  await field('firstname').fill('Ada');
  await field('lastname').fill('Lovelace');
  await field('street1').fill('1 Test St');
  await field('city').fill('Los Angeles');
  await field('region').selectOption({ label: 'California' });
  await field('postcode').fill('90210');
  await field('telephone').fill('5550100');
}
