import { describe, expect, it } from 'vitest';
import { sourceSet } from './source-set.js';

const toUrl = (url: string) => (url.startsWith('bad') ? null : url.replace('https://shop.example', ''));

describe('sourceSet', () => {
  it.each([
    ['https://shop.example/a.webp', '/a.webp'],
    [' https://shop.example/a.webp 1x,\n https://shop.example/b.webp 1.5x ', '/a.webp 1x, /b.webp 1.5x'],
    ['/a.webp 400w,/b.webp 800w', '/a.webp 400w, /b.webp 800w'],
    ['/a.webp, /b.webp 2x', '/a.webp, /b.webp 2x'],
    ['/a,b.webp 2x', '/a,b.webp 2x'],
    [',,/a.webp,,', '/a.webp'],
    ['/a.webp , /b.webp 2x', '/a.webp, /b.webp 2x'],
    ['bad:x 1x, /b.webp 2x', '/b.webp 2x'],
    ['/a.webp wide, /b.webp 2x', '/b.webp 2x'],
    ['/a.webp 1x 2x 3x, /b.webp 2x', '/b.webp 2x'],
    ['bad:x', null],
    ['', null],
  ])('%j becomes %j', (value, expected) => {
    expect(sourceSet(value, toUrl)).toBe(expected);
    if (expected !== null) expect(sourceSet(expected, toUrl)).toBe(expected);
  });
});
