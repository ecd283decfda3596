import { expect, test } from 'vitest';
import { apiBaseUrl } from './base-url.js';

test.each([
  ['https://shop.example', 'https://shop.example/api/rest/v2'],
  ['https://shop.example/', 'https://shop.example/api/rest/v2'],
  ['https://shop.example/api/rest/v2', 'https://shop.example/api/rest/v2'],
  ['https://shop.example/api/rest/v2//', 'https://shop.example/api/rest/v2'],
  ['http://localhost:8080/shop/', 'http://localhost:8080/shop/api/rest/v2'],
  ['https://shop.example/?a=1#b', 'https://shop.example/api/rest/v2'],
])('reads %s as %s', (sent, expected) => {
  expect(apiBaseUrl(sent)).toBe(expected);
});

test('refuses what is no web address', () => {
  for (const sent of ['', 'shop.example', 'ftp://shop.example'])
    expect(() => apiBaseUrl(sent)).toThrow(TypeError);
});

test('refuses credentials without repeating them', () => {
  const refused = () => apiBaseUrl('https://ann:hunter2@shop.example');
  expect(refused).toThrow(/basicAuth/);
  expect(refused).not.toThrow(/hunter2/);
});
