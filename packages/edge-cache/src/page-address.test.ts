import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAddress } from './page-address.js';
import { pageQuery } from './page-query.js';

const knownQuery = ['page', 'sort', 'q'];

function addressOf(url: string, { store = 'en', assetHash = 'a1', known = knownQuery } = {}): string {
  return pageAddress({ assetHash, store, url: new URL(url), knownQuery: known });
}

const tricky = fc.constantFrom(
  '',
  '.',
  '..',
  '/',
  '?',
  '#',
  '&',
  '=',
  '%',
  '%2F',
  '%2e',
  '+',
  ' ',
  ':',
  '~',
  'é',
  '😀',
  'a',
  'b',
);
const text = fc.oneof(
  fc.array(tricky, { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);
const query = fc.array(fc.tuple(fc.constantFrom(...knownQuery), text), { maxLength: 4 });
const visit = fc.record({
  store: text,
  assetHash: text,
  path: fc.array(text, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`),
  query,
});

function urlOf(
  path: string,
  pairs: readonly (readonly [string, string])[],
  origin = 'https://shop.example',
): URL {
  const url = new URL(origin);
  url.pathname = path;
  for (const [name, value] of pairs) url.searchParams.append(name, value);
  return url;
}

describe('the address of a page', () => {
  it('is a path that can be appended to an origin', () => {
    expect(addressOf('https://shop.example/shirts/t%C3%A9?sort=price&page=2')).toBe(
      '/~a1/~en/shirts/t%C3%A9?page=2&sort=price',
    );
  });

  it('does not depend on scheme, host, port, fragment or the order of parameters', () => {
    const expected = addressOf('https://shop.example/a?page=2&q=x');
    for (const same of [
      'http://SHOP.example/a?page=2&q=x',
      'https://other.example:8443/a?q=x&page=2#top',
      'https://shop.example/b/../a?q=x&&page=2',
    ]) {
      expect(addressOf(same)).toBe(expected);
    }
  });

  it('ignores empty parameters and takes the first of repeated ones', () => {
    expect(addressOf('https://s.example/?page=&q=x&q=y')).toBe(addressOf('https://s.example/?q=x'));
    expect(addressOf('https://s.example/?page=&page=2')).toBe(addressOf('https://s.example/'));
  });

  it('keeps apart what a Worker may redirect from one to the other', () => {
    const paths = ['/ab', '/ab/', '//ab', '/a%62', '/AB', '/ab.html', '/%C3%A9', '/%c3%a9'];
    expect(new Set(paths.map((path) => addressOf(`https://s.example${path}`))).size).toBe(paths.length);
  });

  it('is never the same for two different stores, paths, queries or builds', () => {
    fc.assert(
      fc.property(visit, visit, (one, other) => {
        const [first, second] = [one, other].map(({ store, assetHash, path, query: pairs }) => {
          const url = urlOf(path, pairs);
          const address = pageAddress({ assetHash, store, url, knownQuery });
          // What a cache makes of it must stay as different.
          const stored = new URL(`https://cache.example${address}`);
          const identity = JSON.stringify([store, assetHash, url.pathname, pageQuery(url, knownQuery)]);
          return { identity, stored: stored.pathname + stored.search };
        });
        expect(first?.stored === second?.stored).toBe(first?.identity === second?.identity);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same with any unknown parameters, wherever they stand', () => {
    const unknown = fc.array(
      fc.tuple(
        text.filter((name) => !knownQuery.includes(name)),
        text,
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(visit, unknown, unknown, ({ store, assetHash, path, query: pairs }, before, after) => {
        const plain = urlOf(path, pairs);
        const decorated = urlOf(path, [...before, ...pairs, ...after]);
        expect(pageAddress({ assetHash, store, url: decorated, knownQuery })).toBe(
          pageAddress({ assetHash, store, url: plain, knownQuery }),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order in which parameters are declared', () => {
    const url = 'https://s.example/?q=x&page=2';
    expect(addressOf(url, { known: ['q', 'page', 'q'] })).toBe(addressOf(url, { known: ['page', 'q'] }));
  });
});

describe('pageQuery', () => {
  it('gives what the address names: known, sorted, decoded, the first of each', () => {
    const url = new URL('https://s.example/?sort=price&utm=1&q=caf%C3%A9+au+lait&q=tea&page=');
    expect(pageQuery(url, knownQuery)).toEqual([
      ['q', 'café au lait'],
      ['sort', 'price'],
    ]);
  });
});
