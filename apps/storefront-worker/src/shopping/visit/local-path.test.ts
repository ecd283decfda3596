import { expect, test } from 'vitest';
import { localPath } from './local-path.js';

test.each([
  ['/account/orders?page=2', '/account/orders?page=2'],
  ['/a b', '/a%20b'],
  ['/x#there', '/x'],
])('%j is within the shop', (value, path) => {
  expect(localPath(value)).toBe(path);
});

test.each([
  null,
  undefined,
  '',
  'account',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/.//evil.example/',
  '/x/..//evil.example',
  '/\t/evil.example/',
  '/\n/evil.example/',
  'javascript:alert(1)',
  `/${'x'.repeat(1_000)}`,
])('%j leads elsewhere', (value) => {
  expect(localPath(value)).toBeNull();
});
