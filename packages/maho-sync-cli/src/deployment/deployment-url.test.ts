import { expect, test } from 'vitest';
import { deploymentUrl } from './deployment-url.js';

test.each(['https://shop.example', 'http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787'])(
  '%s may be sent the secret',
  (url) => {
    expect(deploymentUrl(url, false).href).toBe(`${url}/`);
  },
);

test.each([
  ['', /MAHO_STOREFRONT_URL/],
  ['shop.example', /no address/],
  ['ftp://shop.example', /no address/],
  ['https://user:password@shop.example', /no user or password/],
  ['http://shop.example', /readable on its way/],
  ['http://localhost.shop.example', /readable on its way/],
])('“%s” may not', (url, message) => {
  expect(() => deploymentUrl(url, false)).toThrow(message);
});

test('plain http to another machine is possible for who insists', () => {
  expect(deploymentUrl('http://shop.example', true).href).toBe('http://shop.example/');
});
