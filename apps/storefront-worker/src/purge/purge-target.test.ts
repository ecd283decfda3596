import { describe, expect, it } from 'vitest';
import { cachedUrls, purgeTarget } from './purge-target.js';

const de = { code: 'de', name: 'Deutsch', url: 'https://de.example/' };
const en = { code: 'en', name: 'English', url: '' };
const scope = {
  stores: [de, en],
  store: en,
  hostStore: en,
  requested: new URL('https://shop.example/cache/purge'),
};

describe('purgeTarget', () => {
  it.each([
    ['/tee', 'en', 'https://shop.example/tee', 'tee'],
    ['/', 'en', 'https://shop.example/', ''],
    ['/women?page=2', 'en', 'https://shop.example/women?page=2', 'women'],
    ['/women//tops.html', 'en', 'https://shop.example/women//tops.html', 'women/tops'],
    ['https://de.example/tee', 'de', 'https://de.example/tee', 'tee'],
    ['http://DE.example/tee#reviews', 'de', 'http://de.example/tee#reviews', 'tee'],
    ['https://shop.example/tee', 'en', 'https://shop.example/tee', 'tee'],
    ['http://en.localhost:8787/tee', 'en', 'http://en.localhost:8787/tee', 'tee'],
  ])('%s is a page of %s', (given, code, href, path) => {
    const target = purgeTarget(given, scope);
    expect([target?.store.code, target?.url.href, target?.path]).toEqual([code, href, path]);
  });

  it('reads paths as those of the store that is meant, at its own address', () => {
    expect(purgeTarget('/tee', { ...scope, store: de })?.url.href).toBe('https://de.example/tee');
    expect(purgeTarget('https://shop.example/tee', { ...scope, store: de })?.store).toBe(en);
  });

  it.each([
    'https://elsewhere.example/tee',
    '//elsewhere.example/tee',
    '/\\elsewhere.example/tee',
    'ftp://de.example/tee',
    'https://user:word@de.example/tee',
    'tee',
    '',
    'de:product:tee',
    '/%E0%A4%A',
    '/a%00b',
    '/\ud800',
    `/${'a'.repeat(1_001)}`,
  ])('%j is none', (given) => {
    expect(purgeTarget(given, scope)).toBeNull();
  });
});

describe('cachedUrls', () => {
  const hrefs = (given: string) => {
    const target = purgeTarget(given, scope);
    return target && cachedUrls(target).map(({ href }) => href);
  };

  it('are the one that was named, and its clean spelling', () => {
    expect(hrefs('/tee')).toEqual(['https://shop.example/tee']);
    expect(hrefs('/tee.html?page=2')).toEqual([
      'https://shop.example/tee.html?page=2',
      'https://shop.example/tee?page=2',
    ]);
  });
});
