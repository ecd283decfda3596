import { expect, test } from 'vitest';
import { cartCountIn } from './cart-count.js';

test.each([
  ['', 0],
  ['cart-count=3', 3],
  ['a=1; cart-count=12; b=2', 12],
  ['cart-count=0.5', 1],
  ['my-cart-count=4', 0],
  ['cart-count=<b>', 0],
])('the cookies “%s” say %d', (cookies, count) => {
  expect(cartCountIn(cookies)).toBe(count);
});
