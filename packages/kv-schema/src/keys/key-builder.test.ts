import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyPartError } from '../errors/key-part-error.js';
import { KeyTooLongError } from '../errors/key-too-long-error.js';
import { KvSchemaError } from '../errors/kv-schema-error.js';
import { anyKey, partText } from '../testing/key-arbitrary.js';
import { buildKey, keys, storePrefix } from './key-builder.js';
import { parseKey } from './key-parser.js';
import { utf8Length } from './key-part.js';
import { type KvKey, MAX_KEY_BYTES } from './kv-key.js';

/** The error a call throws, for looking at its fields. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('the key builders', () => {
  it.each([
    [keys.config('en'), 'en:config'],
    [keys.categories('en'), 'en:categories'],
    [keys.menu('en'), 'en:menu'],
    [keys.categoryPaths('en'), 'en:category-paths'],
    [keys.category('en', 12), 'en:category:12'],
    [keys.product('en', 'chelsea-tee'), 'en:product:chelsea-tee'],
    [keys.listing('en', 12, 3), 'en:products:category:12:page:3'],
    [keys.cmsPage('en', 'about-us'), 'en:cms:about-us'],
    [keys.cmsPages('en'), 'en:cms-pages'],
    [keys.block('en', 'footer_links'), 'en:block:footer_links'],
    [keys.blogPost('en', 'hello'), 'en:blog:hello'],
    [keys.blogPosts('en'), 'en:blog-posts'],
    [keys.blogCategories('en'), 'en:blog-categories'],
    [keys.countries('en'), 'en:countries'],
    [keys.redirect('en', 'women/old.html'), 'en:redirect:women/old.html'],
    [keys.pulse('en'), 'en:pulse'],
    [keys.deploymentPulse, 'pulse'],
    [keys.stores, '_stores'],
  ])('write %s', (built, expected) => {
    expect(built).toBe(expected);
  });

  it('keep the keys of a store called like a global key apart from it', () => {
    expect(keys.pulse('pulse')).toBe('pulse:pulse');
    expect(keys.config('_stores')).toBe('_stores:config');
    expect(parseKey('pulse:pulse')).toEqual({ type: 'pulse', store: 'pulse' });
  });

  it('give one key to no two inputs', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (a, b) => {
        if (buildKey(a) === buildKey(b)) expect(a).toEqual(b);
      }),
      { numRuns: 3000 },
    );
    const lookalikes: KvKey[] = [
      { type: 'product', store: 'en', slug: 'a:b' },
      { type: 'product', store: 'en', slug: 'a%3Ab' },
      { type: 'product', store: 'en:product', slug: 'a:b' },
      { type: 'redirect', store: 'en', path: 'a:b' },
    ];
    expect(new Set(lookalikes.map(buildKey)).size).toBe(lookalikes.length);
  });

  it('begin every key of a store with its prefix, and no key of another store', () => {
    fc.assert(
      fc.property(anyKey, partText, (key, store) => {
        const own = 'store' in key && key.store === store;
        expect(buildKey(key).startsWith(storePrefix(store))).toBe(own);
        if ('store' in key) expect(buildKey(key).startsWith(storePrefix(key.store))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('allow 512 bytes and refuse 513, counted after escaping', () => {
    const room = MAX_KEY_BYTES - 'en:product:'.length;
    expect(utf8Length(keys.product('en', 'a'.repeat(room)))).toBe(MAX_KEY_BYTES);
    expect(() => keys.product('en', 'a'.repeat(room + 1))).toThrow(KeyTooLongError);
    expect(() => keys.product('en', 'é'.repeat(room / 2 + 1))).toThrow(KeyTooLongError);
    expect(() => keys.product('en', ':'.repeat(Math.ceil(room / 3) + 1))).toThrow(KeyTooLongError);
  });

  it('never return a key above 512 bytes', () => {
    const longText = fc.string({ unit: 'binary', minLength: 1, maxLength: 600, size: 'max' });
    fc.assert(
      fc.property(longText, longText, (store, slug) => {
        const error = thrownBy(() =>
          expect(utf8Length(keys.product(store, slug))).toBeLessThanOrEqual(MAX_KEY_BYTES),
        );
        if (error !== undefined) expect(error).toBeInstanceOf(KeyTooLongError);
      }),
    );
  });

  it('say how long a refused key is', () => {
    const error = thrownBy(() => keys.redirect('en', 'x'.repeat(600)));
    expect(error).toBeInstanceOf(KvSchemaError);
    expect(error).toMatchObject({
      name: 'KeyTooLongError',
      code: 'key_too_long',
      bytes: 612,
      limit: 512,
      retryable: false,
    });
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])(
    'refuse %s as id and as page',
    (number) => {
      expect(() => keys.category('en', number)).toThrow(KeyPartError);
      expect(() => keys.listing('en', number, 1)).toThrow(KeyPartError);
      expect(() => keys.listing('en', 1, number)).toThrow(KeyPartError);
    },
  );

  it('refuse an empty part and an empty store code', () => {
    expect(() => keys.product('en', '')).toThrow(KeyPartError);
    expect(() => keys.config('')).toThrow(KeyPartError);
    expect(() => storePrefix('')).toThrow(KeyPartError);
    expect(thrownBy(() => keys.redirect('en', ''))).toMatchObject({
      code: 'key_part_invalid',
      part: 'path',
      value: '',
    });
  });
});
