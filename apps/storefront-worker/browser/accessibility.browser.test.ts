import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { examplePages } from './harness/example-pages.js';
import { SCREEN_NAMES, shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();

describe.each(inject('storefronts'))('in the theme $theme', (storefront) => {
  test.each(SCREEN_NAMES)('axe finds nothing on any kind of page on a %s', async (screen) => {
    const { page } = await browser.open({ screen });
    for (const { kind, path } of await examplePages(storefront)) {
      await page.goto(storefront.url + path, { waitUntil: 'load' });
      expect.soft([kind, await violations(page)]).toEqual([kind, []]);
    }
  });
});

/** What axe finds, each as its rule and the first element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
