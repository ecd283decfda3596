import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addElement, EMPTY_SUM, formatSum, parseSum, pulseElement, removeElement } from './content-sum.js';

const element = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });

function sum(elements: readonly bigint[]): bigint {
  return elements.reduce(addElement, EMPTY_SUM);
}

describe('the content sum', () => {
  it('adds for each key the first 128 bits of SHA-256(key, NUL, hash)', async () => {
    const expected = createHash('sha256').update('en:product:größe\0abc').digest('hex').slice(0, 32);
    expect(formatSum(await pulseElement('en:product:größe', 'abc'))).toBe(expected);
  });

  it('gives an element to each pair of key and hash, wherever one ends', async () => {
    const elements = await Promise.all([
      pulseElement('a', 'bc'),
      pulseElement('ab', 'c'),
      pulseElement('a', 'bd'),
      pulseElement('b', 'bc'),
    ]);
    expect(new Set(elements).size).toBe(4);
  });

  it('is the same in whatever order the keys came', () => {
    fc.assert(
      fc.property(fc.array(element), fc.infiniteStream(fc.nat()), (elements, keys) => {
        const shuffled = elements
          .map((value) => ({ value, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value);
        expect(sum(shuffled)).toBe(sum(elements));
      }),
    );
  });

  it('forgets a removed key without a trace', () => {
    fc.assert(
      fc.property(fc.array(element), element, (elements, extra) => {
        expect(removeElement(addElement(sum(elements), extra), extra)).toBe(sum(elements));
        expect(addElement(removeElement(sum(elements), extra), extra)).toBe(sum(elements));
        expect(elements.reduce(removeElement, sum(elements))).toBe(EMPTY_SUM);
      }),
    );
  });

  it('counts a key that came twice twice', () => {
    expect(sum([5n, 5n])).not.toBe(sum([5n]));
    expect(sum([1n << 127n, 1n << 127n])).toBe(EMPTY_SUM);
  });

  it('is written as 32 hex characters and read back', () => {
    fc.assert(
      fc.property(element, (value) => {
        expect(formatSum(value)).toMatch(/^[0-9a-f]{32}$/);
        expect(parseSum(formatSum(value))).toBe(value);
      }),
    );
    expect(formatSum(EMPTY_SUM)).toBe('0'.repeat(32));
  });

  it.each(['', '0', 'f'.repeat(31), 'f'.repeat(33), 'F'.repeat(32), `${'0'.repeat(30)}0x`, '-'.repeat(32)])(
    'is not read from %j',
    (text) => {
      expect(parseSum(text)).toBeNull();
    },
  );
});
