import { describe, expect, it } from 'vitest';
import { backendUrl, optionalUrl } from './backend-url.js';

describe('backendUrl', () => {
  const toUrl = backendUrl('https://shop.example/api/rest/v2');

  it.each([
    ['http://shop.example/media/a.webp', 'https://shop.example/media/a.webp'],
    ['https://shop.example/media/a.webp', 'https://shop.example/media/a.webp'],
    ['http://SHOP.example/media/a.webp', 'https://SHOP.example/media/a.webp'],
    ['http://shop.example', 'https://shop.example'],
    ['http://shop.example?a=http://shop.example/', 'https://shop.example?a=http://shop.example/'],
    ['http://shop.example/a b\n.webp#x', 'https://shop.example/a b\n.webp#x'],
  ])('gives %j the scheme of the backend', (url, expected) => {
    expect(toUrl(url)).toBe(expected);
  });

  it.each([
    'http://cdn.example/media/a.webp',
    'http://shop.example.evil.example/a.webp',
    'http://shop.example:8080/a.webp',
    'http://user@shop.example/a.webp',
    '//shop.example/a.webp',
    '/media/a.webp',
    'mailto:shop@shop.example',
    'see http://shop.example/',
    '',
  ])('leaves %j alone: it is not a URL of the backend', (url) => {
    expect(toUrl(url)).toBe(url);
  });

  it('keeps http for a backend that has no https, and its port', () => {
    const plain = backendUrl('http://127.0.0.1:8080');
    expect(plain('https://127.0.0.1:8080/media/a.webp')).toBe('http://127.0.0.1:8080/media/a.webp');
    expect(plain('https://127.0.0.1/media/a.webp')).toBe('https://127.0.0.1/media/a.webp');
  });
});

describe('optionalUrl', () => {
  it('makes absence of whatever is no URL at all', () => {
    const shout = (url: string) => url.toUpperCase();
    expect([null, undefined, ''].map((url) => optionalUrl(shout, url))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(optionalUrl(shout, 'a')).toBe('A');
  });
});
