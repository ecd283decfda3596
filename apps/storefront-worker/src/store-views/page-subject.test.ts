import { describe, expect, it } from 'vitest';
import { pagePath } from '../resolving/page-path.js';
import { isSwitchHref, type PageSubject, switchedSubject, switchHref } from './page-subject.js';

const SWITCHED: PageSubject[] = [
  { kind: 'product', id: 42 },
  { kind: 'category', id: 7 },
  { kind: 'post', id: 9_999_999_999 },
  { kind: 'cms', identifier: 'service/returns' },
  { kind: 'cms', identifier: 'größen & maße?' },
];

/** What a request for an address asks for. */
function asked(href: string): ReturnType<typeof switchedSubject> {
  const path = pagePath(new URL(href, 'https://shop.example').pathname);
  if (path.kind !== 'page') throw new Error(`${href} is no clean address`);
  return switchedSubject(path.path);
}

describe('the address that finds a subject in another store view', () => {
  it.each(SWITCHED)('names %j, and nothing else', (subject) => {
    expect(isSwitchHref(switchHref(subject))).toBe(true);
    expect(asked(switchHref(subject))).toEqual(subject);
  });

  it.each([
    ['home', '/'],
    ['catalog', '/catalog'],
    ['blog', '/blog'],
  ] as const)('of the %s is the same everywhere', (kind, href) => {
    expect(switchHref({ kind })).toBe(href);
    expect(isSwitchHref(href)).toBe(false);
  });

  it.each([
    '_switch',
    '_switch/product',
    '_switch/product/0',
    '_switch/product/-1',
    '_switch/product/1x',
    '_switch/product/99999999999',
    '_switch/product/1/2',
    '_switch/cms',
    '_switch/order/1',
  ])('is unknown at %s', (path) => {
    expect(switchedSubject(path)).toBe('unknown');
  });

  it.each(['', 'product/1', '_switched/product/1', 'women/_switch/product/1'])(
    'is not %j, which may be a page',
    (path) => {
      expect(switchedSubject(path)).toBeNull();
    },
  );
});
