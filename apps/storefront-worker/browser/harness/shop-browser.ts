import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { PageWatch } from './page-watch.js';

const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 900 } },
};

export type Screen = keyof typeof SCREENS;
export const SCREEN_NAMES: readonly Screen[] = ['phone', 'desktop'];

/** A page in a browser that has never been here before. */
export interface ShopPage {
  page: Page;
  /** What its browser complained about so far. */
  complaints: string[];
}

/** Opens pages for the tests of a file; they are closed after each test. */
export interface ShopBrowser {
  open(window: { screen: Screen; scripts?: boolean }): Promise<ShopPage>;
}

/** One browser for the tests of a file. */
export function shopBrowser(): ShopBrowser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium') });
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });
  afterAll(() => browser?.close());
  return {
    async open({ screen, scripts = true }) {
      if (browser === null) throw new Error('Pages are opened in tests and hooks only.');
      const context = await browser.newContext({
        ...SCREENS[screen],
        javaScriptEnabled: scripts,
        extraHTTPHeaders: anAddress(),
      });
      const page = await context.newPage();
      const { complaints } = new PageWatch(page, ownHosts());
      return { page, complaints };
    },
  };
}

/** Each shopper comes from an address of their own, so that no test is held up by the attempts of another. */
function anAddress(): Record<string, string> {
  const group = () => Math.floor(Math.random() * 0x10000).toString(16);
  return { 'CF-Connecting-IP': `2001:db8:${group()}:${group()}::1` };
}

function ownHosts(): Set<string> {
  const urls = [...inject('storefronts').map(({ url }) => url), inject('backendUrl')];
  return new Set(urls.map((url) => new URL(url).host));
}
