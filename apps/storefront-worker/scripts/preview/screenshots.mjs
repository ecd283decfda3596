import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const ORIGIN = 'http://shop.preview';
const CONTENT_TYPES = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
/** A busy machine takes its time for a picture of a long page. */
const PATIENCE_MS = 120_000;
const SCREENS = [
  { name: 'phone', viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, hasTouch: true },
  { name: 'desktop', viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
];

/**
 * Photographs pages that no server serves: every request of the browser is answered from here.
 *
 * @param {{ pages: ReadonlyMap<string, string>, headers: Record<string, string>, publicFolder: string, backendUrl: string, output: string, prefix: string, executablePath: string }} job
 * `headers` are those of the Worker, so that a page which breaks its policy shows here.
 * @returns what the browser complained about.
 */
export async function takeScreenshots({ output, prefix, executablePath, ...shop }) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const complaints = [];
  try {
    for (const { name: screen, ...options } of SCREENS) {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(PATIENCE_MS);
      await context.route('**/*', (route) => answer(route, shop));
      for (const name of shop.pages.keys()) {
        const page = await context.newPage();
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(`${name} on ${screen}: ${message.text()}`);
        });
        page.on('pageerror', (error) => complaints.push(`${name} on ${screen}: ${error.message}`));
        await page.goto(`${ORIGIN}/${name}.preview`, { waitUntil: 'load' });
        await loadAllPictures(page);
        const path = (what) => join(output, `${prefix}-${screen}-${what}.png`);
        await page.screenshot({ path: path(name), fullPage: true });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) complaints.push(`${name} on ${screen}: ${overflow} px wider than the screen`);
        if (name === 'home') {
          await openMenu(page);
          await page.screenshot({ path: path('menu') });
        }
        await page.close();
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return complaints;
}

/** Opens the first category that has others below it: by its switches on a phone, by pointing at it elsewhere. */
async function openMenu(page) {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const branch = page.locator('.menu-bar li:has(> .menu-panel)').first();
  const button = page.locator('.menu-button');
  if (await button.isVisible()) {
    await button.click();
    await branch.locator('> .menu-branch-switch').click();
  } else {
    await branch.hover();
  }
  await branch.evaluate((item) => {
    return Promise.all(item.getAnimations({ subtree: true }).map((animation) => animation.finished));
  });
}

/** Pictures below the screen load when one scrolls there. */
async function loadAllPictures(page) {
  await page.evaluate(async () => {
    const images = [...document.querySelectorAll('img')];
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
  });
}

async function answer(route, { pages, headers, publicFolder, backendUrl }) {
  const { origin, pathname, href } = new URL(route.request().url());
  // The backend's pictures: the browser itself would not fetch them from this machine.
  if (origin !== ORIGIN) return fetched(route, href);
  if (pathname.startsWith('/media/')) return fetched(route, backendUrl + pathname);
  const html = pages.get(pathname.slice(1).replace(/\.preview$/, ''));
  if (html !== undefined) {
    return route.fulfill({ body: html, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
  }
  const contentType = CONTENT_TYPES[extname(pathname)];
  const isBuilt = pathname.startsWith('/assets/') || pathname === '/favicon.svg';
  if (!isBuilt) return route.fulfill({ status: 404, body: '' });
  return route.fulfill({ body: await readFile(join(publicFolder, pathname)), contentType });
}

async function fetched(route, url) {
  const response = await fetch(url);
  const body = Buffer.from(await response.arrayBuffer());
  return route.fulfill({
    status: response.status,
    body,
    contentType: response.headers.get('content-type') ?? '',
  });
}
