import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentHash } from './content-hash.js';
import { NotJsonError } from './errors/not-json-error.js';

describe('contentHash', () => {
  it('is the first 128 bits of SHA-256 over the JSON text', async () => {
    const value = { name: 'Größe 😀', price: 1.5, tags: ['a'] };
    const expected = createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
    expect(await contentHash(value)).toBe(expected);
  });

  it('tells values apart by content and by order, which the caller fixes', async () => {
    const values = [{ a: 1, b: 2 }, { b: 2, a: 1 }, [1, 2], [2, 1], null, '', 0, {}, []];
    const hashes = await Promise.all(values.map(contentHash));
    expect(new Set(hashes).size).toBe(values.length);
  });

  it('does not see a field that is undefined, as KV would not', async () => {
    expect(await contentHash({ a: 1, b: undefined })).toBe(await contentHash({ a: 1 }));
  });

  it('refuses what has no JSON text with a typed error', async () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    for (const value of [undefined, () => 1, 1n, cycle]) {
      await expect(contentHash(value)).rejects.toThrow(NotJsonError);
    }
    await expect(contentHash(1n)).rejects.toMatchObject({ code: 'not_json', cause: expect.any(TypeError) });
  });
});
