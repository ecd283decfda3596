import { expect, test } from 'vitest';
import { pageAddresses } from './page-addresses.ts';

const paths = ['/a', '/b', '/c', '/d'];

test('spreads the addresses over all paths', () => {
  expect(pageAddresses(paths, 2, 'x')).toEqual(['/a?q=x0', '/c?q=x0']);
});

test('never names an address twice, however many are wanted', () => {
  for (const count of [1, 3, 4, 5, 11, 40]) {
    const addresses = pageAddresses(paths, count, 'x');
    expect(addresses).toHaveLength(count);
    expect(new Set(addresses).size).toBe(count);
  }
});

test('has no address in two groups', () => {
  const other = new Set(pageAddresses(paths, 9, 'y'));
  expect(pageAddresses(paths, 9, 'x').filter((address) => other.has(address))).toEqual([]);
});
