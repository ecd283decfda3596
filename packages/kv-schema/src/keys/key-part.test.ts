import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/key-arbitrary.js';
import { decodeKeyPart, encodeKeyPart } from './key-part.js';

describe('a key part', () => {
  it.each([
    ['chelsea-tee', 'chelsea-tee'],
    ['women/new arrivals.html', 'women/new arrivals.html'],
    ['größe-日本', 'größe-日本'],
    ['😀', '😀'],
    ['a:b', 'a%3Ab'],
    ['100%', '100%25'],
    ['a\nb', 'a%0Ab'],
    ['a\u007fb', 'a%7Fb'],
    ['a\u0085b', 'a%C2%85b'],
    ['a\ud83db', 'a%uD83Db'],
    ['\ude00\ud83d', '%uDE00%uD83D'],
    ['%uD83D', '%25uD83D'],
    [' a ', '%20a%20'],
    ['\u3000a', '%E3%80%80a'],
    ['..', '..'],
  ])('writes %j as %j and reads it back', (text, part) => {
    expect(encodeKeyPart(text)).toBe(part);
    expect(decodeKeyPart(part)).toBe(text);
  });

  it('comes back for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodeKeyPart(encodeKeyPart(text))).toBe(text === '' ? null : text);
      }),
      { numRuns: 2000 },
    );
  });

  it('never holds a separator, a control character, a lone surrogate or white space at an end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const part = encodeKeyPart(text);
        expect(part).not.toMatch(/[:\p{Cc}\p{Cs}]/u);
        expect(part).toBe(part.trim());
      }),
      { numRuns: 2000 },
    );
  });

  it('differs wherever the texts differ', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(encodeKeyPart(a) === encodeKeyPart(b)).toBe(a === b);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', 'a%', '%zz', '%3a', '%41', '%FF', '%C2', '%u0041', '%uD83D%uDE00', ' a', 'a\0', 'a:b'])(
    'is refused when spelled %j, which the encoder never writes',
    (part) => {
      expect(decodeKeyPart(part)).toBeNull();
    },
  );

  it('stays linear in the length of a hostile text', () => {
    const started = performance.now();
    expect(encodeKeyPart(`${' '.repeat(1_000_000)}x`).startsWith('%20 ')).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
