import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { examplePages } from './harness/example-pages.js';
import { SCREEN_NAMES, shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();

describe.each(inject('storefronts'))('in the theme $theme', (storefront) => {
  test.each(SCREEN_NAMES)(
    'nothing moves when pictures arrive after all else, on any kind of page on a %s',
    async (screen) => {
      const { page } = await browser.open({ screen });
      for (const { kind, path } of await examplePages(storefront)) {
        const release = await holdPictures(page);
        await page.goto(storefront.url + path, { waitUntil: 'domcontentloaded' });
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length === 1);
        await release();
        await page.waitForLoadState('load');
        await scrollThrough(page);
        expect.soft([kind, await layoutShifts(page)]).toEqual([kind, []]);
      }
    },
  );
});

/** Lets no picture through. @returns lets all of them through. */
async function holdPictures(page: Page): Promise<() => Promise<void>> {
  let letThrough = () => {};
  const permission = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/media/**', async (route) => {
    await permission;
    await route.continue();
  });
  return async () => {
    letThrough();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/** Screen by screen, because pictures far below load only when one comes near them. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isInView = (image: HTMLImageElement) => {
      const { top, bottom, width } = image.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight;
    };
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: 'instant' });
      await new Promise(requestAnimationFrame);
      // A picture that cannot be shown keeps its box as well.
      await Promise.all(
        Array.from(document.images)
          .filter(isInView)
          .map((image) => image.decode().catch(() => {})),
      );
    }
  });
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
