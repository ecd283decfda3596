import type { Page } from 'playwright-core';
import { send } from './sent-form.js';

/** Puts what is chosen on a product's page into the cart, and waits until the cart shows: its page, or the drawer. */
export async function addToCart(page: Page, scripts: boolean): Promise<void> {
  if (!scripts) return send(page, '[data-buy]');
  await page.locator('[data-buy]').click();
  await page.locator('dialog[open] .cart-line').first().waitFor();
}
