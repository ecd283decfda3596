import { describe, expect, it } from 'vitest';
import { isFilePath, pagePath } from './page-path.js';

describe('pagePath', () => {
  it.each([
    ['/', '/'],
    ['/women.html', '/women'],
    ['/women/tops.HTML', '/women/tops'],
    ['/women/', '/women'],
    ['/women.html/', '/women'],
    ['/women.html/lamp', '/women.html/lamp'],
    ['/women.html/lamp.html', '/women.html/lamp'],
    ['/lamp.html.html', '/lamp'],
    ['/lamp.htm', '/lamp.htm'],
    ['/lamp-2.0', '/lamp-2.0'],
    ['/about-,us/', '/about-,us'],
    ['/index.php', '/'],
    ['/index.php/', '/'],
    ['/index.php/women.html', '/women'],
    ['/index.php/index.php//women', '/women'],
    ['/index.phpx/women', '/index.phpx/women'],
    ['/women/index.php/tops', '/women/index.php/tops'],
    ['//evil.example', '/evil.example'],
    ['/.html', '/.html'],
    ['/a/...html', '/a/...html'],
    ['/a/%2E.html/', '/a/%2E.html'],
    ['/media/manual.html', '/media/manual.html'],
    ['/skin/frontend/', '/skin/frontend/'],
    ['/index.php/media/a.pdf', '/media/a.pdf'],
    ['/media', '/media'],
  ])('of %j is %j', (path, expected) => {
    expect(pagePath(path)).toBe(expected);
    expect(pagePath(expected)).toBe(expected);
  });
});

describe('isFilePath', () => {
  it('is true of what is below the folders of files, not of pages with such a name', () => {
    expect(['/media/a.webp', '/skin/a.css'].map(isFilePath)).toEqual([true, true]);
    expect(['/media', '/mediapack', '/a/media/b', '/js/a.js'].map(isFilePath)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
