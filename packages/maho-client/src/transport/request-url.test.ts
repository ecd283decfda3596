import { expect, test } from 'vitest';
import { requestUrl, withoutSecrets } from './request-url.js';

const base = 'https://shop.example/api/rest/v2';

test('joins base, path and query; leaves out undefined and sends booleans as digits', () => {
  const href = requestUrl(base, '/categories', { 'parentId[gt]': 0, includeInMenu: false, page: undefined });
  expect(decodeURIComponent(href)).toBe(`${base}/categories?parentId[gt]=0&includeInMenu=0`);
});

test('sends a list once for each member, and an empty one not at all', () => {
  const href = requestUrl(base, '/products?ids[]=1', { 'ids[]': [7, 9], 'none[]': [] });
  expect(decodeURIComponent(href)).toBe(`${base}/products?ids[]=7&ids[]=9`);
});

test('lets the query replace a parameter of the path', () => {
  expect(requestUrl(base, '/products?page=1&itemsPerPage=5', { page: 2 })).toBe(
    `${base}/products?page=2&itemsPerPage=5`,
  );
});

test('refuses a path that could lead to another host', () => {
  for (const path of ['products', '//evil.example/x', 'https://evil.example']) {
    expect(() => requestUrl(base, path)).toThrow(TypeError);
  }
});

test('hides the ids of guest carts and the codes of gift cards', () => {
  const shown = withoutSecrets(
    `${base}/guest-carts/418ac90040180838e7c904df7ca7139b/giftcards/GIFT-1?page=1`,
  );
  expect(shown).toBe(`${base}/guest-carts/hidden/giftcards/hidden?page=1`);
});

test('hides credentials and secrets, and keeps what helps to find the fault', () => {
  const shown = withoutSecrets('https://a:b@shop.example/x?api_key=K1&urlKey=lamp&token=T1&page=2#f');
  expect(shown).toBe('https://shop.example/x?api_key=hidden&urlKey=lamp&token=hidden&page=2');
});
