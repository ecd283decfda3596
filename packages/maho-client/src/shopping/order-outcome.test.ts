import { expect, test } from 'vitest';
import { json, problem, raw, scriptedFetch } from '../testing/scripted-fetch.js';
import { orderBody } from '../testing/shop-bodies.js';
import { mayHavePlacedOrder } from './order-outcome.js';
import { MahoShopClient } from './shop-client.js';

const address = {
  firstName: 'A',
  lastName: 'B',
  street: ['1'],
  city: 'C',
  postcode: '1',
  countryId: 'US',
  telephone: '1',
};

/** Whether an order may be there after placing it was answered so. */
async function openAfter(
  answer: Parameters<typeof scriptedFetch>[0],
  maskedId = 'a'.repeat(32),
): Promise<boolean> {
  const { fetch } = scriptedFetch(answer);
  const shop = new MahoShopClient({ baseUrl: 'https://shop.example', fetch, placeOrderTimeoutMs: 10 });
  const request = { billingAddress: address, paymentMethod: 'checkmo' };
  const error = await shop.checkout.placeOrder({ maskedId }, request, {}).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeDefined();
  return mayHavePlacedOrder(error);
}

test.each<[string, Parameters<typeof scriptedFetch>[0]]>([
  ['the connection broke', () => Promise.reject(new TypeError('fetch failed'))],
  ['no answer came in time', () => new Promise<Response>(() => undefined)],
  ['the backend failed', json(problem(500, 'internal_server_error', 'An internal error occurred'), 500)],
  ['a proxy gave up', raw('<html>Gateway timeout</html>', 504, { 'Content-Type': 'text/html' })],
  ['the answer was cut off', raw('{"id": 2, "incre', 201)],
  ['the answer is not an order', json({ ...orderBody(), incrementId: null }, 201)],
  ['the cart is gone', json(problem(404, 'not_found', 'Cart not found'), 404)],
  [
    'another attempt is under way',
    json(problem(409, 'conflict', 'Order placement is already in progress for this cart'), 409),
  ],
  [
    'the same attempt is under way',
    json(problem(409, 'conflict', 'A request with this idempotency key is already being processed'), 409),
  ],
])('leaves it open when %s', async (_why, answer) => {
  expect(await openAfter(answer)).toBe(true);
});

test.each<[string, Parameters<typeof scriptedFetch>[0]]>([
  [
    'the method is not available',
    json(problem(400, 'bad_request', 'Payment method is not available for this cart'), 400),
  ],
  ['the cart is incomplete', json(problem(422, 'unprocessable_entity', 'Cart is empty'), 422)],
  ['there were too many requests', json(problem(429, 'too_many_requests', 'slow'), 429)],
  ['the request was malformed', json(problem(400, 'bad_request', 'Invalid JSON in request body'), 400)],
])('knows that there is no order when %s', async (_why, answer) => {
  expect(await openAfter(answer)).toBe(false);
});

test('knows that there is no order when nothing was sent', async () => {
  expect(await openAfter(json(orderBody(), 201), 'nonsense')).toBe(false);
});
