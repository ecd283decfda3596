import { describe, expect, it } from 'vitest';
import { backendHtml, pagesOriginOf } from './backend-html.js';

describe('backendHtml', () => {
  it('knows links to the host of the pages as soon as that is known', () => {
    const api = 'https://api.shop.example/api';
    const html = '<a href="https://api.shop.example/a">a</a><a href="http://www.shop.example/b">b</a>';
    expect(backendHtml(api, undefined)(html)).toBe(
      '<a href="/a">a</a><a href="http://www.shop.example/b" rel="noopener">b</a>',
    );
    expect(backendHtml(api, pagesOriginOf('http://www.shop.example/'))(html)).toBe(
      '<a href="/a">a</a><a href="/b">b</a>',
    );
  });
});

describe('pagesOriginOf', () => {
  it.each([
    ['http://shop.example/de/', 'https://shop.example'],
    ['https://shop.example/', 'https://shop.example'],
    ['http://shop.example:8080/', 'https://shop.example:8080'],
    ['{{base_url}}', undefined],
    ['', undefined],
  ])('is the same for %j whatever scheme it has come with', (baseUrl, origin) => {
    expect(pagesOriginOf(baseUrl)).toBe(origin);
  });
});
