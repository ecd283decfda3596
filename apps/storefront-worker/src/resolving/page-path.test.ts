import { describe, expect, it } from 'vitest';
import { cleanPath, encodePath, pagePath } from './page-path.js';

describe('pagePath', () => {
  it.each([
    ['/', ''],
    ['/chelsea-tee', 'chelsea-tee'],
    ['/women/new-arrivals', 'women/new-arrivals'],
    ['/caf%C3%A9', 'café'],
    ['/a%2Fb', 'a/b'],
  ])('reads %s as the address %j', (pathname, path) => {
    expect(pagePath(pathname)).toEqual({ kind: 'page', path });
  });

  it.each([
    ['/women/', '/women'],
    ['/women.html', '/women'],
    ['/women.HTML', '/women'],
    ['//women///tops', '/women/tops'],
    ['/caf%C3%A9/', '/caf%C3%A9'],
  ])('sends %s to its clean spelling %s', (pathname, to) => {
    expect(pagePath(pathname)).toEqual({ kind: 'respelled', to });
  });

  it('never sends a path to another host', () => {
    expect(pagePath('//evil.example/')).toEqual({ kind: 'respelled', to: '/evil.example' });
    expect(pagePath('/%2F%2Fevil.example')).toEqual({ kind: 'respelled', to: '/evil.example' });
  });

  it.each(['/%E0%A4%A', '/a%00b', '/a%0d%0aSet-Cookie:x', `/${'a'.repeat(1_001)}`])(
    'knows that nothing is at %s',
    (pathname) => {
      expect(pagePath(pathname)).toEqual({ kind: 'impossible' });
    },
  );
});

describe('cleanPath', () => {
  it.each([
    ['/', ''],
    ['/women', 'women'],
    ['/women//tops.html/', 'women/tops'],
    ['/tee.html.html', 'tee'],
    ['/caf%C3%A9/', 'café'],
    ['/%E0%A4%A', null],
    [`/${'a'.repeat(1_001)}`, null],
  ])('of %s is %j', (pathname, path) => {
    expect(cleanPath(pathname)).toBe(path);
  });
});

describe('encodePath', () => {
  it('encodes segments and keeps their slashes', () => {
    expect(encodePath('café/50% off?')).toBe('/caf%C3%A9/50%25%20off%3F');
  });
});
