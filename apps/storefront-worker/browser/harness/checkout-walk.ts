import type { Page } from 'playwright-core';
import { send } from './sent-form.js';

export interface CheckoutWalk {
  /** Of a guest. */
  email?: string;
  /** Code of a method. */
  payment?: string;
  /** Looks at each state of the page. */
  look?: () => Promise<void>;
}

/**
 * Walks from `/checkout` to the review, step by step as the page asks for it.
 *
 * @returns the amount to be paid, as the review says it.
 */
export async function goToReview(page: Page, walk: CheckoutWalk = {}): Promise<string> {
  const { email, payment = 'checkmo', look = async () => {} } = walk;
  await look();
  if (email !== undefined) await page.locator('#email').fill(email);
  const isShipped = (await page.locator('#shipping-city').count()) > 0;
  await fillAddress(page, isShipped ? 'shipping' : 'billing');
  await send(page, '#address button[type=submit]');
  await look();
  if (isShipped) {
    await page.locator('#shipping input[type=radio]').first().check();
    await send(page, '#shipping button[type=submit]');
  }
  await page.locator(`#payment input[value=${payment}]`).check();
  await send(page, '#payment button[type=submit]');
  await look();
  return (await page.locator('#review .totals-grand dd').textContent()) ?? '';
}

/** Orders what the review shows. */
export function placeOrder(page: Page): Promise<void> {
  return send(page, '#review button[type=submit]');
}

/** Types an address in California into the form of an address. */
export async function fillAddress(page: Page, prefix: 'shipping' | 'billing'): Promise<void> {
  const field = (name: string) => page.locator(`#${prefix}-${name}`);
  await field('country').selectOption('US');
  await field('firstname').fill('Ada');
  await field('lastname').fill('Lovelace');
  await field('street1').fill('1 Test St');
  await field('city').fill('Los Angeles');
  await field('region').selectOption({ label: 'California' });
  await field('postcode').fill('90210');
  await field('telephone').fill('5550100');
}
