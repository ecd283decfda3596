import { describe, expect, it } from 'vitest';
import { contentUrls } from './content-url.js';

const urls = contentUrls(new Set(['shop.example', 'www.shop.example:8080']));

describe('a link', () => {
  it.each([
    ['https://shop.example/women.html', '/women'],
    ['http://SHOP.example/women.html?p=2#top', '/women?p=2#top'],
    ['https://shop.example', '/'],
    ['https://shop.example:443/a', '/a'],
    ['http://www.shop.example:8080/a/', '/a'],
    ['https://shop.example/women.html ', '/women'],
    ['https://shop.example/index.php/women/', '/women'],
    ['https://shop.example/media/a.pdf?v=1', '/media/a.pdf?v=1'],
    ['/women.html?p=2', '/women?p=2'],
    ['/a b/ü', '/a%20b/%C3%BC'],
    ['#top', '#top'],
    ['?p=2', '?p=2'],
    ['about.html', 'about.html'],
    ['../a', '../a'],
    ['mailto:a@b.example?subject=A b', 'mailto:a@b.example?subject=A b'],
    ['tel:+49 30 1', 'tel:+49 30 1'],
  ])('to %j stays in the storefront: %j', (url, expected) => {
    expect(urls.link(url)).toEqual({ url: expected, isExternal: false });
  });

  it.each([
    ['https://other.example/a.html', 'https://other.example/a.html'],
    ['//other.example/a', 'https://other.example/a'],
    ['https://shop.example:8443/a', 'https://shop.example:8443/a'],
    ['http://www.shop.example/', 'http://www.shop.example/'],
    ['https://storefront.invalid/a.html', 'https://storefront.invalid/a.html'],
  ])('to %j leads away', (url, expected) => {
    expect(urls.link(url)).toEqual({ url: expected, isExternal: true });
  });

  it.each(['', ' \n', 'javascript:x', 'data:x', 'ftp://shop.example/a', 'https://', 'http://[x/'])(
    'to %j is none',
    (url) => {
      expect(urls.link(url)).toBeNull();
    },
  );
});

describe('a picture', () => {
  it.each([
    ['http://shop.example/media/a.webp', '/media/a.webp'],
    ['//shop.example/skin/a.gif?v=1', '/skin/a.gif?v=1'],
    ['https://shop.example//media/a.webp', '/media/a.webp'],
    ['/media/a.webp', '/media/a.webp'],
    ['/images/a.webp', '/images/a.webp'],
    ['a.webp', 'a.webp'],
    ['https://shop.example/js/a.gif', 'https://shop.example/js/a.gif'],
    ['http://cdn.example/media/a.webp', 'http://cdn.example/media/a.webp'],
    ['//cdn.example/a.webp', 'https://cdn.example/a.webp'],
    ['data:image/png;base64,x', null],
    ['mailto:a@b.example', null],
    ['', null],
  ])('%j is read from %j', (url, expected) => {
    expect(urls.picture(url)).toBe(expected);
  });
});
