import { describe, expect, it } from 'vitest';
import { contentFingerprint, DELETED_FINGERPRINT, fingerprint } from './fingerprint.js';

describe('fingerprint', () => {
  // Vectors published with the algorithm.
  it.each([
    ['', '811c9dc5'],
    ['a', 'e40c292c'],
    ['foobar', 'bf9cf968'],
  ])('of %j is the published value', (text, expected) => {
    expect(fingerprint(text)).toBe(expected);
  });

  it('has 8 digits even where the number is small, and covers every byte of a character', () => {
    const prints = Array.from({ length: 2000 }, (_, n) => fingerprint(`en:product:größe-${n}`));
    for (const print of prints) expect(print).toMatch(/^[0-9a-f]{8}$/);
    expect(new Set(prints).size).toBe(prints.length);
    expect(fingerprint('é')).not.toBe(fingerprint('\u00c3'));
  });

  it('of content is never that of a deletion', () => {
    expect(contentFingerprint(null)).toBe(DELETED_FINGERPRINT);
    expect(contentFingerprint('0'.repeat(32))).not.toBe(DELETED_FINGERPRINT);
    // A text whose FNV-1a is zero, found by search.
    const zero = 'key-237911357w';
    expect(fingerprint(zero)).toBe('00000000');
    expect(contentFingerprint(zero)).toBe('00000001');
  });
});
