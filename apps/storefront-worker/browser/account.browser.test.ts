import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { axeFindings } from './harness/axe-findings.js';
import { allProducts, known } from './harness/example-pages.js';
import { placeOrder } from './harness/placed-order.js';
import { SCREEN_NAMES, shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();
const PASSWORD = 'a-good-password';
/** Where to put pictures of the pages, for people; none are taken without it. */
const PICTURES = process.env.PICTURES;

const [storefront] = inject('storefronts');
let count = 0;

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a customer %s', (_name, scripts) => {
  test.each(SCREEN_NAMES)('registers, buys, sees the order and orders again on a %s', async (screen) => {
    const shop = known('store', storefront);
    const { page, complaints } = await browser.open({ screen, scripts });
    await register(page, shop.url);
    expect(await page.locator('h1').textContent()).toContain('Mary');

    const products = await allProducts(shop);
    const product = products.find(
      ({ type, stockStatus, hasRequiredOptions }) =>
        type === 'simple' && stockStatus === 'in_stock' && !hasRequiredOptions,
    );
    await page.goto(`${shop.url}/${known('simple product', product).slug}`);
    await page.locator('[data-buy]').click();
    await expectCookie(page, 'cart-count', '1');
    const order = await placeOrder(page, shop.code);

    await page.goto(`${shop.url}/account`);
    await page.getByRole('link', { name: order.incrementId }).click();
    await page.waitForURL(`**/account/orders/${order.id}`);
    expect(await page.locator('h1').textContent()).toContain(order.incrementId);
    await page.locator('form[action$="/reorder"] button').click();
    await page.waitForURL('**/cart');
    expect(await page.locator('main').textContent()).toContain(product?.name);
    await expectCookie(page, 'cart-count', '1');
    expect(complaints).toEqual([]);
  });
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
    if (shop.code === 'en') await buyOne(page, shop.url, (await allProducts(shop)).find(isPlain)?.slug);
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

function isPlain({
  type,
  stockStatus,
  hasRequiredOptions,
}: {
  type: string;
  stockStatus: string;
  hasRequiredOptions: boolean;
}): boolean {
  return type === 'simple' && stockStatus === 'in_stock' && !hasRequiredOptions;
}

async function buyOne(page: Page, url: string, slug: string | undefined): Promise<void> {
  await page.goto(`${url}/${slug}`);
  await page.locator('[data-buy]').click();
  await expectCookie(page, 'cart-count', '1');
  await placeOrder(page, 'en');
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

async function expectCookie(page: Page, name: string, value: string): Promise<void> {
  await expect
    .poll(async () => (await page.context().cookies()).find((cookie) => cookie.name === name)?.value, {
      timeout: 30_000,
    })
    .toBe(value);
}

async function takePicture(page: Page, where: string, path: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  const name = path.replace(/\W+/g, '-').slice(0, 40);
  await page.screenshot({ path: join(PICTURES, `${where}${name}.png`), fullPage: true });
}
