import type { Page } from 'playwright-core';

/** Sends a form by its button, or follows a link, and waits for the page that comes. */
export async function send(page: Page, button: string): Promise<void> {
  const next = page.waitForNavigation({ waitUntil: 'load' });
  await Promise.all([next, page.locator(button).first().click()]);
}
