import { expect, test } from 'vitest';
import { problem } from '../../testing/scripted-fetch.js';
import { MahoRefusal } from './maho-refusal.js';
import { shopErrorFromResponse } from './shop-error-from-response.js';

const API = 'https://shop.example/api/rest/v2';

function errorOf(status: number, json: unknown, path = '/guest-carts/hidden/items') {
  return shopErrorFromResponse({ status, json, html: false }, { method: 'POST', url: API + path });
}

function reasonOf(...args: Parameters<typeof errorOf>): string {
  const error = errorOf(...args);
  return error instanceof MahoRefusal ? error.reason : error.code;
}

test.each([
  // Texts that no recording holds; read in Maho's own code.
  [422, 'The requested quantity for "Blue Lamp" is not available.', 'insufficient_stock'],
  [422, 'The maximum quantity allowed for purchase is 3.', 'quantity_too_high'],
  [422, 'The minimum quantity allowed for purchase is 2.', 'quantity_too_low'],
  [422, 'Blue Lamp is available for purchase in increments of 6 only.', 'quantity_increment'],
  [400, 'Failed to add product: Required options are not selected.', 'option_required'],
  [400, 'Failed to add product: Bitte wählen Sie eine Farbe.', 'not_addable'],
  [400, 'Coupon code is required', 'unknown_coupon'],
  [422, "Coupon code 'OLD' is not valid", 'unknown_coupon'],
  [400, "Coupon code 'OLD' could not be applied", 'coupon_not_applicable'],
  [400, 'Gift card "G-1" is not valid', 'unknown_gift_card'],
  [400, 'Gift card "G-1" has expired', 'gift_card_unusable'],
  [400, 'Gift card "G-1" has been fully used', 'gift_card_unusable'],
  [400, 'Gift card "G-1" is pending activation', 'gift_card_unusable'],
  [400, 'Gift card "G-1" is not valid for this store', 'gift_card_unusable'],
  [400, 'Gift card "G-1" is already applied', 'gift_card_already_applied'],
  [400, 'Gift card "G-1" is not applied to this cart', 'gift_card_not_applied'],
  [400, 'Gift cards cannot be used to purchase gift card products', 'gift_card_buys_gift_card'],
  [400, 'Payment method is not available for this cart', 'payment_method_unavailable'],
  [422, 'Cart is empty', 'order_incomplete'],
  [422, 'Billing address is not set', 'order_incomplete'],
  [409, 'Order placement is already in progress for this cart', 'order_in_progress'],
  [409, 'A customer with this email already exists', 'email_taken'],
  [409, 'An account with this email already exists. Please log in.', 'email_taken'],
  [400, 'This email is already in use.', 'email_taken'],
  [400, 'Password must be at least 7 characters', 'password_unfit'],
  [400, 'Current password is incorrect.', 'wrong_password'],
  [400, 'Invalid or expired reset token.', 'reset_link_invalid'],
  [
    403,
    'This account is not confirmed. Please check your email for the confirmation link.',
    'account_not_confirmed',
  ],
  [422, 'CAPTCHA verification failed. Please try again.', 'captcha_failed'],
])('takes %i "%s" for %s', (status, message, reason) => {
  const slug = { 400: 'bad_request', 403: 'forbidden', 409: 'conflict' }[status] ?? 'unprocessable_entity';
  expect(reasonOf(status, problem(status, slug, message))).toBe(reason);
});

test.each([
  [401, 'invalid_credentials', '/auth/token', 'invalid_credentials'],
  [401, 'twofa_required', '/auth/token', 'two_factor_required'],
  [401, 'twofa_invalid', '/auth/token', 'two_factor_invalid'],
  [401, 'unauthorized', '/auth/token', 'account_not_confirmed'],
  [401, 'unauthorized', '/auth/refresh', 'session_expired'],
  [401, 'authentication_error', '/customers/me', 'session_expired'],
  [401, 'unauthorized', '/customers/me', 'sign_in_required'],
  [404, 'not_found', '/orders/100000002/details', 'order_not_found'],
  [404, 'not_found', '/customers/me/addresses/7', 'not_found'],
  [429, 'too_many_requests', '/auth/token', 'too_many_requests'],
  [409, 'conflict', '/carts/5/place-order', 'conflict'],
])('takes %i %s of %s for %s', (status, slug, path, reason) => {
  expect(reasonOf(status, problem(status, slug, 'Not Found'), path)).toBe(reason);
});

test('keeps a sentence in the language of the store for the shopper where no rule knows it', () => {
  const error = errorOf(422, problem(422, 'unprocessable_entity', 'Dieses Produkt ist nicht auf Lager.'));
  expect(error).toMatchObject({
    code: 'refused',
    reason: 'rejected',
    said: 'Dieses Produkt ist nicht auf Lager.',
  });
});

test('never takes a failure of the backend or a page of a firewall for a refusal', () => {
  expect(reasonOf(500, problem(500, 'internal_server_error', 'Cart is empty'))).toBe('server_error');
  const page = { status: 403, json: undefined, html: true };
  expect(shopErrorFromResponse(page, { method: 'POST', url: API }).code).toBe('forbidden');
  expect(reasonOf(400, problem(400, 'bad_request', 'Unknown store: fr'))).toBe('unknown_store');
  expect(reasonOf(404, problem(404, 'not_found', 'No route found for "GET https://shop.example/x"'))).toBe(
    'no_route',
  );
});

test('puts no code of a gift card into what may be logged', () => {
  const error = errorOf(400, problem(400, 'bad_request', 'Gift card "SECRET-1" is already applied'));
  expect(`${error} ${JSON.stringify(error)}`).not.toContain('SECRET-1');
});
