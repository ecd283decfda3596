import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import type { Storefront } from '../../../scripts/demo/synced-shop.mjs';
import { addToCart } from './harness/added-product.js';
import { axeFindings } from './harness/axe-findings.js';
import { goToReview, placeOrder } from './harness/checkout-walk.js';
import { allProducts, known, plainProduct } from './harness/example-pages.js';
import { send } from './harness/sent-form.js';
import { SCREEN_NAMES, type Screen, shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();
const PASSWORD = 'a-good-password';
/** Where to put pictures of the pages, for people; none are taken without it. */
const PICTURES = process.env.PICTURES;

const [storefront] = inject('storefronts');
let count = 0;

describe.each<[string, Screen, boolean]>([
  ['with scripts', 'phone', true],
  ['without scripts', 'desktop', false],
])('a customer %s on a %s', (_name, screen, scripts) => {
  test('registers, buys, sees the order and orders again', async () => {
    const shop = known('store', storefront);
    const { page, complaints } = await browser.open({ screen, scripts });
    await register(page, shop.url);
    expect(await page.locator('h1').textContent()).toContain('Mary');

    const { name, toPay } = await buyOne(page, shop, scripts);
    const number = (await page.locator('main').textContent())?.match(/\d{9,}/)?.[0] ?? '';
    await page.goto(`${shop.url}/account`);
    await send(page, `.order-table a:has-text("${number}")`);
    expect(await page.locator('h1').textContent()).toContain(number);
    const order = await page.locator('main').textContent();
    expect(order).toContain(name);
    expect(order).toContain(toPay);

    await send(page, 'form[action$="/reorder"] button');
    expect(new URL(page.url()).pathname).toBe('/cart');
    expect(await page.locator('.cart-line').textContent()).toContain(name);
    expect(await page.locator('.cart-line input[name=qty]').inputValue()).toBe('1');
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });
});

test('a double click orders again once', async () => {
  const shop = known('store', storefront);
  const { page } = await browser.open({ screen: 'desktop' });
  await register(page, shop.url);
  await buyOne(page, shop, true);
  await page.goto(`${shop.url}/account`);
  await send(page, '.order-table a');
  let sent = 0;
  // A shop that takes its time, so that the second click still finds the page.
  await page.route('**/reorder', async (route) => {
    sent += 1;
    await page.waitForTimeout(1_000);
    await route.continue();
  });
  await page.locator('form[action$="/reorder"] button').evaluate((button: HTMLElement) => {
    button.click();
    setTimeout(() => button.click(), 200);
  });
  await page.waitForURL('**/cart');
  expect(sent).toBe(1);
  expect(await page.locator('.cart-line input[name=qty]').inputValue()).toBe('1');
});

test.each(SCREEN_NAMES)('axe finds nothing on any page of an account on a %s', async (screen) => {
  for (const shop of inject('storefronts')) {
    const { page } = await browser.open({ screen });
    const [product] = await allProducts(shop);
    const look = async (path: string) => {
      await page.goto(shop.url + path, { waitUntil: 'load' });
      expect.soft([path, await axeFindings(page)]).toEqual([path, []]);
      await takePicture(page, `${shop.code}-${screen}`, path);
      const isTooWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect.soft([path, isTooWide]).toEqual([path, false]);
    };
    for (const path of [
      '/account/sign-in?why=expired&to=/account',
      '/account/register',
      '/account/forgotten-password',
      '/account/new-password?token=0123456789abcdef&email=a@example.com',
      '/newsletter',
      '/contact/form',
    ]) {
      await look(path);
    }
    await register(page, shop.url);
    await look('/account/wishlist');
    await page.goto(`${shop.url}/${product?.slug}`);
    await page.locator('form[action="/account/wishlist/add"] button').click();
    await page.waitForURL('**/account/wishlist?done=wish');
    if (shop.code === 'en') await buyOne(page, shop, true);
    for (const path of [
      '/account?done=saved',
      '/account/orders',
      '/account/addresses',
      '/account/address',
      '/account/wishlist?done=wish',
      '/account/reviews',
      `/account/review?product=${product?.id}`,
      '/account/profile',
    ]) {
      await look(path);
    }
    if (shop.code === 'en') {
      await page.goto(`${shop.url}/account/orders`);
      await look((await page.locator('.order-table tbody a').first().getAttribute('href')) ?? '');
    }
    await look(`/${product?.slug}`);
  }
});

/** Buys a product through the pages. @returns its name, and what was to be paid. */
async function buyOne(
  page: Page,
  shop: Storefront,
  scripts: boolean,
): Promise<{ name: string; toPay: string }> {
  const { slug, name } = await plainProduct(shop, 'simple');
  await page.goto(`${shop.url}/${slug}`, { waitUntil: 'networkidle' });
  await addToCart(page, scripts);
  await page.goto(`${shop.url}/checkout`, { waitUntil: 'networkidle' });
  const toPay = await goToReview(page);
  await placeOrder(page);
  expect(new URL(page.url()).pathname).toBe('/checkout/success');
  return { name, toPay };
}

async function register(page: Page, url: string): Promise<void> {
  count += 1;
  await page.goto(`${url}/account/register`);
  await page.locator('#firstname').fill('Mary');
  await page.locator('#lastname').fill('Somerville');
  await page.locator('#email').fill(`mary-${count}-${Math.floor(Math.random() * 1e9)}@example.com`);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('form[action="/account/register"] button').click();
  await page.waitForURL(`${url}/account`);
}

async function takePicture(page: Page, where: string, path: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  const name = path.replace(/\W+/g, '-').slice(0, 40);
  await page.screenshot({ path: join(PICTURES, `${where}${name}.png`), fullPage: true });
}
