import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { examplePages } from './harness/example-pages.js';
import { SCREEN_NAMES, shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();
/** Long after everything else has been painted. */
const PICTURE_DELAY_MS = 400;

describe.each(inject('storefronts'))('in the theme $theme', (storefront) => {
  test.each(SCREEN_NAMES)(
    'nothing moves while slow pictures arrive, on any kind of page on a %s',
    async (screen) => {
      const { page } = await browser.open({ screen });
      await page.route('**/media/**', async (route) => {
        await sleep(PICTURE_DELAY_MS);
        await route.continue();
      });
      for (const { kind, path } of await examplePages(storefront)) {
        await page.goto(storefront.url + path, { waitUntil: 'networkidle' });
        await scrollToEnd(page);
        expect.soft([kind, await layoutShifts(page)]).toEqual([kind, []]);
      }
    },
  );
});

/** Pictures far below load only when one comes near them. */
async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
  );
  await page.waitForLoadState('networkidle');
  await page.evaluate(() =>
    Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {}))),
  );
}

/** Every shift the browser counted since the page began, with what moved. */
function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const shifts: string[] = [];
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry));
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // Buffered entries are handed over in a task of their own.
        setTimeout(() => resolve(shifts), 100);
      }),
  );
}
