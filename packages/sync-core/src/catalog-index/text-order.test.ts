import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, compareValues } from './text-order.js';

const encoder = new TextEncoder();

function compareBytes(a: string, b: string): number {
  return Buffer.compare(encoder.encode(a), encoder.encode(b));
}

/** Text rich in what UTF-16 and UTF-8 order differently. */
const texts = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    '-',
    'é',
    '中',
    '\ud7ff',
    '\ue000',
    '\uffee',
    '\uffff',
    '𐀀',
    '😀',
    '\u{10ffff}',
  ),
  maxLength: 4,
});

describe('compareText', () => {
  it('puts everything beyond the basic plane after U+FFFF, where JavaScript’s own order does not', () => {
    expect('😀' < '\uffee').toBe(true);
    expect(compareText('😀', '\uffee')).toBeGreaterThan(0);
    expect(compareText('\ue000', '\u{10000}')).toBeLessThan(0);
  });

  it('orders supplementary characters among themselves by code point', () => {
    expect(compareText('\u{10000}', '\u{10001}')).toBeLessThan(0);
    expect(compareText('\u{10ffff}', '😀')).toBeGreaterThan(0);
  });

  it('puts a prefix before what it begins', () => {
    expect(compareText('', 'a')).toBeLessThan(0);
    expect(compareText('lamp', 'lamp-1')).toBeLessThan(0);
    expect(compareText('lamp', 'lamp')).toBe(0);
  });

  it('agrees with the bytes of UTF-8 for any two texts', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), texts, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(compareBytes(a, b));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('compareValues', () => {
  it('compares numbers by value and text by bytes', () => {
    expect(compareValues(9, 10)).toBeLessThan(0);
    expect(compareValues('9', '10')).toBeGreaterThan(0);
    expect(compareValues(3, 3)).toBe(0);
  });
});
