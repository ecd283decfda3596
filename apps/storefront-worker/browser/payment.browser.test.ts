import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { addToCart } from './harness/added-product.js';
import { goToReview, placeOrder } from './harness/checkout-walk.js';
import { known, plainProduct } from './harness/example-pages.js';
import { HOSTED_METHOD } from './harness/payment-provider.js';
import { send } from './harness/sent-form.js';
import { shopBrowser } from './harness/shop-browser.js';

const browser = shopBrowser();
const shop = known('store', inject('storefronts')[0]);

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a guest %s who pays on the page of a provider', (_name, scripts) => {
  test('comes back to “order placed” after paying, and to the review after not paying', async () => {
    const { page, complaints } = await browser.open({ screen: 'desktop', scripts });
    const toPay = await goToPaymentPage(page, scripts);
    expect(await page.locator('h1').textContent()).toBe(`${toPay.replace('$', '')} USD`);
    await send(page, 'a[href="?decide=cancel"]');
    expect(page.url()).toContain(`${shop.url}/checkout/payment/return`);
    expect(await page.locator('main [role=alert]').textContent()).toContain('The payment was not made');

    await placeOrder(page);
    expect(page.url()).toContain(inject('paymentUrl'));
    await send(page, 'a[href="?decide=pay"]');
    expect(page.url()).toBe(`${shop.url}/checkout/success`);
    expect(await page.locator('.totals-grand dd').textContent()).toBe(toPay);

    await page.waitForLoadState('networkidle');
    // That the payment was not made is said with a page of its own; the provider's pages have no icon.
    const isExpected = (complaint: string) =>
      complaint.includes(inject('paymentUrl')) ||
      complaint.startsWith(`answered 422: ${shop.url}/checkout/payment/return?`) ||
      /^console error: .* (404 \(Not Found\)|422 \(Unprocessable Entity\))$/.test(complaint);
    expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
  });
});

async function goToPaymentPage(page: Page, scripts: boolean): Promise<string> {
  const { slug } = await plainProduct(shop, 'virtual');
  await page.goto(`${shop.url}/${slug}`, { waitUntil: 'networkidle' });
  await addToCart(page, scripts);
  await page.goto(`${shop.url}/checkout`, { waitUntil: 'networkidle' });
  const toPay = await goToReview(page, { email: 'guest@example.com', payment: HOSTED_METHOD });
  await placeOrder(page);
  expect(page.url()).toContain(inject('paymentUrl'));
  return toPay;
}
