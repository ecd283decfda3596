import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyKey, anyText } from '../testing/key-arbitrary.js';
import { buildKey } from './key-builder.js';
import { parseKey } from './key-parser.js';

const words = fc.constantFrom(
  'en',
  'pulse',
  '_stores',
  'config',
  'products',
  'category',
  'page',
  'product',
  'cms',
  'cms-pages',
  'blog',
  '1',
  '01',
  '12',
  '%3A',
  '%3a',
  '',
);
const keyLikeText = fc.array(fc.oneof(words, anyText), { maxLength: 7 }).map((parts) => parts.join(':'));

describe('parseKey', () => {
  it('takes every built key apart into what it was built from', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(parseKey(buildKey(key))).toEqual(key);
      }),
      { numRuns: 3000 },
    );
  });

  it('accepts a text only if building it again gives the same text', () => {
    fc.assert(
      fc.property(fc.oneof(keyLikeText, anyText), (text) => {
        const key = parseKey(text);
        if (key !== null) expect(buildKey(key)).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  it('answers null for every kind of damage to a key of ours', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(), fc.constantFrom(':', '%', '\0', '\ud83d'), (key, at, damage) => {
        const text = buildKey(key);
        const place = at % (text.length + 1);
        const damaged = text.slice(0, place) + damage + text.slice(place);
        const parsed = parseKey(damaged);
        if (parsed !== null) expect(buildKey(parsed)).toBe(damaged);
        expect(parsed).not.toEqual(key);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '',
    'en',
    'en:',
    ':config',
    'en:product',
    'en:product:',
    'en:product:a:b',
    'en:category:0',
    'en:category:012',
    'en:category:1e3',
    'en:category:-1',
    'en:category:9007199254740992',
    'en:products:category:1',
    'en:products:category:1:page:0',
    'en:products:category:1:page:1:x',
    'en:products:category:1:side:1',
    'en:config:x',
    'en:listing',
    'en:product:%41',
    'en:product:a%3ab',
    'pulse:',
    '_stores:secret',
    'session:abc',
    `en:product:${'a'.repeat(512)}`,
  ])('leaves the foreign key %j alone', (text) => {
    expect(parseKey(text)).toBeNull();
  });
});
