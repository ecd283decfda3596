import { describe, expect, it } from 'vitest';
import { backendHtml, mediaUrlOf, pagesOriginOf } from './backend-html.js';

describe('backendHtml', () => {
  it('knows links to the host of the pages as soon as that is known', () => {
    const api = 'https://api.shop.example/api';
    const html = '<a href="https://api.shop.example/a">a</a><a href="http://www.shop.example/b">b</a>';
    expect(backendHtml(api, {})(html)).toBe(
      '<a href="/a">a</a><a href="http://www.shop.example/b" rel="noopener">b</a>',
    );
    expect(backendHtml(api, { pages: pagesOriginOf('http://www.shop.example/') })(html)).toBe(
      '<a href="/a">a</a><a href="/b">b</a>',
    );
  });

  it('finds files that content names by a directive where the backend keeps them', () => {
    const html = '<img src="{{media url="wysiwyg/a.webp"}}">';
    const api = 'https://shop.example/api';
    const src = (baseMediaUrl: string) => backendHtml(api, { media: mediaUrlOf(baseMediaUrl) })(html);
    expect(src('http://shop.example/media/')).toBe('<img src="/media/wysiwyg/a.webp">');
    expect(src('https://cdn.example/files')).toBe('<img src="https://cdn.example/files/wysiwyg/a.webp">');
    expect(src('{{unsecure_base_url}}media/')).toBe('<img src="/media/wysiwyg/a.webp">');
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

describe('mediaUrlOf', () => {
  it.each([
    ['http://shop.example/media/', 'https://shop.example/media/'],
    ['https://cdn.example', 'https://cdn.example/'],
    ['https://cdn.example:8443/a/b?x#y', 'https://cdn.example:8443/a/b/'],
    ['/media/', undefined],
    ['javascript:x', undefined],
    ['http://[', undefined],
    ['', undefined],
  ])('is one base for %j: %j', (baseMediaUrl, url) => {
    expect(mediaUrlOf(baseMediaUrl)).toBe(url);
  });
});
