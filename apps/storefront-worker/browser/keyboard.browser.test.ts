import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { allProducts, known } from './harness/example-pages.js';
import { type Screen, shopBrowser } from './harness/shop-browser.js';
import { catalogOf } from './harness/worker-kv.js';

const browser = shopBrowser();
const storefront = known('store', inject('storefronts')[0]);
/** More steps than there are stops on a page before what a test looks for. */
const MAX_STEPS = 120;

async function visit(path: string, screen: Screen = 'desktop'): Promise<Page> {
  const { page } = await browser.open({ screen });
  await page.goto(storefront.url + path, { waitUntil: 'networkidle' });
  return page;
}

/** Presses Tab until an element that matches has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(page, selector)) return;
  }
  throw new Error(`Tab does not come to ${selector} within ${MAX_STEPS} steps.`);
}

function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((asked) => document.activeElement?.matches(asked) === true, selector);
}

/** Whether one sees where the focus is: by an outline around the element, or around what it stands for. */
function hasVisibleFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const isOutlined = (element: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    };
    const holders: Element[] = [];
    for (let holder = document.activeElement; holder; holder = holder.parentElement) holders.push(holder);
    const label = document.activeElement?.nextElementSibling ?? null;
    return [...holders, ...(label === null ? [] : [label])].some(isOutlined);
  });
}

describe('by keyboard alone', () => {
  test('the first stop leads past the menu to the content', async () => {
    const page = await visit('/');
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip-link').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
    await page.keyboard.press('Tab');
    expect(await isFocused(page, 'main *')).toBe(true);
  });

  test('each stop of the home page shows where the focus is', async () => {
    const page = await visit('/');
    const invisible: string[] = [];
    for (let step = 0; step < MAX_STEPS; step += 1) {
      await page.keyboard.press('Tab');
      if (await isFocused(page, 'body')) break;
      if (!(await hasVisibleFocus(page)))
        invisible.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? ''));
    }
    expect(invisible).toEqual([]);
  });

  test('the menu opens at a category, leads to one below it, and Escape closes it', async () => {
    const menu = known('menu', await catalogOf(storefront).menu());
    const top = known(
      'category with others below it',
      menu.find(({ children }) => children.length > 0),
    );
    const page = await visit('/');
    const panel = page.locator(`.menu-bar li:has(> a[href="/${top.path}"]) > .menu-panel`);
    await tabTo(page, `.menu-link[href="/${top.path}"]`);
    await panel.waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, `.menu-panel a[href="/${top.children[0]?.path}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${top.children[0]?.path}`);
    expect(await page.locator('h1').textContent()).toBe(top.children[0]?.name);
  });

  test('on a phone the menu and its branches open and close with the space bar and Escape', async () => {
    const menu = known('menu', await catalogOf(storefront).menu());
    const top = known(
      'category with others below it',
      menu.find(({ children }) => children.length > 0),
    );
    const page = await visit('/', 'phone');
    const link = page.locator(`.menu-panel a[href="/${top.children[0]?.path}"]`);
    await tabTo(page, '.menu-switch');
    expect(await page.locator('.menu-bar').isVisible()).toBe(false);
    await page.keyboard.press('Space');
    expect(await page.locator('.menu-bar').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu-bar').isVisible()).toBe(false);
    expect(await isFocused(page, '.menu-switch')).toBe(true);
    await page.keyboard.press('Space');
    expect(await link.isVisible()).toBe(false);
    await tabTo(page, `#menu-${top.id}`);
    await page.keyboard.press('Space');
    expect(await link.isVisible()).toBe(true);
    await tabTo(page, `.menu-panel a[href="/${top.children[0]?.path}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${top.children[0]?.path}`);
  });

  test('the gallery shows its second picture', async () => {
    const products = await allProducts(storefront);
    const product = known(
      'product with pictures',
      products.find(({ gallery }) => gallery.length > 1),
    );
    const page = await visit(`/${product.slug}`);
    await tabTo(page, '.gallery-thumbnails a[href="#picture-2"]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => {
      const row = document.querySelector('.gallery-row');
      return row !== null && Math.abs(row.scrollLeft - row.clientWidth) < 2;
    });
    await page.waitForSelector('.gallery-thumbnails a[href="#picture-2"][aria-current=true]');
  });

  test('a variant is chosen with the arrow keys, and one that is sold out cannot be bought', async () => {
    const products = await allProducts(storefront);
    const product = known(
      'configurable product with variants sold out and in stock',
      products.find(
        ({ variants, configurableOptions }) =>
          configurableOptions.length === 2 &&
          variants.some(({ inStock }) => inStock) &&
          variants.some(({ inStock }) => !inStock),
      ),
    );
    const page = await visit(`/${product.slug}`);
    const [first, second] = product.configurableOptions;
    const button = page.locator('[data-buy]');
    for (const { attributes, inStock } of product.variants) {
      for (const option of [first, second]) {
        const field = page.locator(
          `[data-code="${option?.code}"][value="${attributes[option?.code ?? '']}"]`,
        );
        if (await field.isEnabled()) await chooseByArrows(page, field, option?.id ?? 0);
      }
      const isChosen = await page.locator('.value-button input:checked').count();
      if (isChosen === 2) expect([attributes, await button.isEnabled()]).toEqual([attributes, inStock]);
    }
  });

  test('the store switcher opens, and Escape gives the focus back', async () => {
    const page = await visit('/');
    await tabTo(page, '.store-switcher summary');
    await page.keyboard.press('Enter');
    await page.locator('.store-switcher ul').waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await page.locator('.store-switcher ul').waitFor({ state: 'hidden' });
    expect(await isFocused(page, '.store-switcher summary')).toBe(true);
  });
});

/** Moves through the values of an option until the wanted one is chosen. */
async function chooseByArrows(
  page: Page,
  wanted: ReturnType<Page['locator']>,
  optionId: number,
): Promise<void> {
  const values = page.locator(`input[name="super_attribute[${optionId}]"]`);
  await values.and(page.locator(':enabled')).first().focus();
  const count = await values.count();
  for (let step = 0; step <= count && !(await wanted.isChecked()); step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  expect(await wanted.isChecked()).toBe(true);
}
