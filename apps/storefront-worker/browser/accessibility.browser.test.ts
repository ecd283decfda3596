import { describe, expect, inject, test } from 'vitest';
import { axeFindings } from './harness/axe-findings.js';
import { examplePages } from './harness/example-pages.js';
import { SCREEN_NAMES, shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();

describe.each(inject('storefronts'))('in the theme $theme', (storefront) => {
  test.each(SCREEN_NAMES)('axe finds nothing on any kind of page on a %s', async (screen) => {
    const { page } = await browser.open({ screen });
    for (const { kind, path } of await examplePages(storefront)) {
      await page.goto(storefront.url + path, { waitUntil: 'load' });
      expect.soft([kind, await axeFindings(page)]).toEqual([kind, []]);
    }
  });
});
