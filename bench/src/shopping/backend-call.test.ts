import { expect, test } from 'vitest';
import { filledIn, withPlaces } from './backend-call.ts';
import { namesIn } from './given-names.ts';

const CART = 'a'.repeat(32);
const OTHER_CART = 'b'.repeat(32);

const call = (target: string, headers: Record<string, string> = {}) => ({
  ...{ method: 'PUT', target, headers, body: '{"qty":7}' },
});
const cart = (maskedId: string, ...lines: number[]) =>
  namesIn({ maskedId, items: lines.map((id) => ({ id })) });

test('sends a call of one shopper for another, to their cart and their line', () => {
  const recorded = withPlaces(call(`/api/guest-carts/${CART}/items/7`), cart(CART, 5, 7));
  expect(recorded.target).toBe('/api/guest-carts/{cart}/items/{line 1}');
  expect(filledIn(recorded, cart(OTHER_CART, 11, 12))).toEqual(
    call(`/api/guest-carts/${OTHER_CART}/items/12`),
  );
});

test('knows the number and the token of an order, which goes in a header', () => {
  const given = namesIn({ incrementId: '100000001', accessToken: 'secret' });
  const recorded = withPlaces(call('/orders/100000001/details', { 'x-order-token': 'secret' }), given);
  const other = namesIn({ incrementId: '100000002', accessToken: 'other' });
  expect(filledIn(recorded, other)).toEqual(call('/orders/100000002/details', { 'x-order-token': 'other' }));
});

test('leaves alone what only looks like an id', () => {
  const given = cart(CART, 2);
  expect(withPlaces(call('/rest/v2/carts'), given).target).toBe('/rest/v2/carts');
});

test('refuses a call that names the cart in its body: nobody else could send it', () => {
  const sent = { ...call('/orders'), method: 'POST', body: JSON.stringify({ cart: CART }) };
  expect(() => withPlaces(sent, cart(CART))).toThrow('POST /orders has {cart} in its body');
});

test('says what is missing where nothing was given out yet', () => {
  expect(() => filledIn(call('/guest-carts/{cart}'), new Map())).toThrow('{cart}');
});

test.each([[null], [[]], ['text'], [{ items: 'none' }]])('finds nothing given out in %j', (answer) => {
  expect([...namesIn(answer)]).toEqual([]);
});
