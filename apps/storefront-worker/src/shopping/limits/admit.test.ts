import { expect, test } from 'vitest';
import { addressGroup } from './admit.js';

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
])('the addresses of one connection count as one: %s is of %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
