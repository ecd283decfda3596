import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { axeFindings } from './harness/axe-findings.js';
import { chooseVariant, configurableInStock } from './harness/configurable-choice.js';
import { known, longestCategory } from './harness/example-pages.js';
import { send } from './harness/sent-form.js';
import { type Screen, shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();
const shop = known('store', inject('storefronts')[0]);
const { url } = shop;

const toPay = (page: Page) => page.locator('.totals-grand dd').first().textContent();
const countIn = (page: Page) => page.locator('[data-cart-count]').textContent();

describe.each<[string, Screen, boolean]>([
  ['with scripts', 'phone', true],
  ['without scripts', 'desktop', false],
])('a shopper %s on a %s', (_name, screen, scripts) => {
  test('fills the cart from a listing and a product, changes it and redeems a code', async () => {
    const { page, complaints } = await browser.open({ screen, scripts });
    const { path } = await longestCategory(shop);
    await page.goto(`${url}/${path}`, { waitUntil: 'networkidle' });
    await add(page, '[data-adds] button', scripts);
    expect(await page.locator('.cart-line').count()).toBe(1);

    const { product, valueIds } = await configurableInStock(shop);
    await page.goto(`${url}/${product.slug}`, { waitUntil: 'networkidle' });
    if (scripts) expect(await countIn(page)).toBe('1');
    await chooseVariant(page, valueIds);
    await add(page, '[data-buy]', scripts);
    expect(await page.locator('.cart-line').count()).toBe(2);

    await page.goto(`${url}/cart`, { waitUntil: 'networkidle' });
    if (scripts) expect(await axeFindings(page)).toEqual([]);
    const before = await toPay(page);
    await page.locator('.cart-line-form input[name=qty]').first().fill('3');
    await send(page, '.cart-line-form button:not([formaction])');
    const more = await toPay(page);
    expect(more).not.toBe(before);
    if (scripts) expect(await countIn(page)).toBe('4');

    await page.locator('#coupon').fill('SAVE10');
    await send(page, '.code-form button');
    expect(await page.locator('.applied-code').textContent()).toContain('SAVE10');
    expect(await toPay(page)).not.toBe(more);

    await send(page, '.cart-line-form button[formaction]');
    await send(page, '.cart-line-form button[formaction]');
    expect(await page.locator('.empty-state').count()).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });

  test('is told beside the form what is still to be chosen', async () => {
    const { page } = await browser.open({ screen, scripts });
    const { product } = await configurableInStock(shop);
    await page.goto(`${url}/${product.slug}`, { waitUntil: 'networkidle' });
    await page.locator('#qty').fill('2');
    // Browsers ask first; here the shop has to.
    await page.locator('[data-buy-form]').evaluate((form) => form.setAttribute('novalidate', ''));
    if (scripts) await page.locator('[data-buy]').click();
    else await send(page, '[data-buy]');
    const note = page.locator('.buy-form [role=alert]');
    await note.waitFor();
    for (const { label } of product.configurableOptions) expect(await note.textContent()).toContain(label);
    expect(await page.locator('#qty').inputValue()).toBe('2');
  });
});

test('the drawer holds the focus, Escape closes it, and the focus is back where it was', async () => {
  const { page, complaints } = await browser.open({ screen: 'desktop' });
  const { path } = await longestCategory(shop);
  await page.goto(`${url}/${path}`, { waitUntil: 'networkidle' });
  const button = page.locator('[data-adds] button').first();
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  for (let n = 0; n < 8; n += 1) {
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() => {
      const { activeElement, body } = document;
      // Between the last and the first element the focus may be with the browser itself.
      return activeElement === body || activeElement?.closest('dialog') !== null;
    });
    expect(isInside).toBe(true);
  }
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await countIn(page)).toBe('1');
  expect(complaints).toEqual([]);
});

test('two products that are clicked one right after the other are both in the cart, each once', async () => {
  const { page, complaints } = await browser.open({ screen: 'desktop' });
  const { path } = await longestCategory(shop);
  await page.goto(`${url}/${path}`, { waitUntil: 'networkidle' });
  await page.locator('[data-adds] button').evaluateAll((buttons) => {
    for (const button of buttons.slice(0, 2)) {
      if (button instanceof HTMLElement) for (let clicks = 0; clicks < 2; clicks += 1) button.click();
    }
  });
  await page.locator('dialog[open] .cart-line').nth(1).waitFor();
  expect(await countIn(page)).toBe('2');
  expect(complaints).toEqual([]);
});

test('an estimate offers the regions of the country that is chosen, and says what shipping costs there', async () => {
  const { page, complaints } = await browser.open({ screen: 'phone' });
  const { path } = await longestCategory(shop);
  await page.goto(`${url}/${path}`, { waitUntil: 'networkidle' });
  await add(page, '[data-adds] button', true);
  await page.goto(`${url}/cart`, { waitUntil: 'networkidle' });
  await page.locator('#estimate summary').click();
  await page.locator('#country').selectOption('DE');
  await page.locator('#postcode').fill('80331');
  await page.locator('#region').selectOption({ label: 'Bayern' });
  expect(await axeFindings(page)).toEqual([]);
  await send(page, '#estimate button');
  expect(await page.locator('#region option:checked').textContent()).toBe('Bayern');
  expect(await page.locator('#postcode').inputValue()).toBe('80331');
  expect(await page.locator('#estimate [role=status] dd').count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

/** Sends a form that puts something into the cart; where it is shown then, the drawer or the cart's page. */
async function add(page: Page, button: string, scripts: boolean): Promise<void> {
  if (!scripts) {
    await send(page, button);
    expect(new URL(page.url()).pathname).toBe('/cart');
    return;
  }
  await page.locator(button).first().click();
  await page.locator('dialog[open] .cart-line').first().waitFor();
}
