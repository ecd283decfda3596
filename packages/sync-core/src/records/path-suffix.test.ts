import { describe, expect, it } from 'vitest';
import { withoutSuffix } from './path-suffix.js';

describe('withoutSuffix', () => {
  it.each([
    ['lamp', 'lamp'],
    ['lamp.html', 'lamp'],
    ['lamp.HTML', 'lamp'],
    ['lamp.htm', 'lamp'],
    ['lamp.html/', 'lamp'],
    ['/women/lamp.html', 'women/lamp'],
    ['//women/lamp//', 'women/lamp'],
    ['women.html/lamp.html', 'women.html/lamp'],
    ['lamp-2.0', 'lamp-2.0'],
    ['lamp.x', 'lamp.x'],
    ['', ''],
    ['/', ''],
  ])('makes %j an address: %j', (path, address) => {
    expect(withoutSuffix(path)).toBe(address);
  });

  it('says the same of an address that it has made', () => {
    for (const path of ['lamp.html', '/women/lamp.html/', 'lamp-2.0']) {
      expect(withoutSuffix(withoutSuffix(path))).toBe(withoutSuffix(path));
    }
  });
});
