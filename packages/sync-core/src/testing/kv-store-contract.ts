import { describe, expect, it } from 'vitest';
import type { KvStore, ListedKey } from '../ports/kv-store.js';

/** Gives an empty store. */
export type OpenKvStore = () => KvStore | Promise<KvStore>;

/** Cloudflare's page size; more than a page is needed to see one follow another. */
const LIST_PAGE_SIZE = 1_000;
const METADATA = { h: '0123456789abcdef0123456789abcdef', v: 1, u: '2026-11-23T12:00:00.000Z' };

async function listAll(kv: KvStore, prefix: string): Promise<ListedKey[][]> {
  const pages: ListedKey[][] = [];
  let cursor: string | null = null;
  do {
    const page = await kv.list(prefix, cursor);
    pages.push(page.keys);
    cursor = page.cursor;
  } while (cursor !== null);
  return pages;
}

async function namesUnder(kv: KvStore, prefix: string): Promise<string[]> {
  return (await listAll(kv, prefix)).flat().map(({ name }) => name);
}

/** What every `KvStore` promises, staleness aside. Plain vitest, so that it runs in Node and in workerd. */
export function describeKvStore(name: string, open: OpenKvStore): void {
  describe(`${name} as a KvStore`, () => {
    describeValues(open);
    describeListing(open);
  });
}

function describeValues(open: OpenKvStore): void {
  it('gives a value back as it was put, character by character', async () => {
    const kv = await open();
    const text = '{"name":"Tee \\"größer\\" 😀\\u0000","html":"<b>\\n</b>"}';
    await kv.put('en:product:tee', text, METADATA);
    expect(await kv.get('en:product:tee')).toBe(text);
  });

  it('gives null for a key that was never put, and for one that was deleted', async () => {
    const kv = await open();
    expect(await kv.get('en:product:gone')).toBeNull();
    await kv.put('en:product:gone', '{}', METADATA);
    await kv.delete('en:product:gone');
    expect(await kv.get('en:product:gone')).toBeNull();
    expect(await namesUnder(kv, 'en:')).toEqual([]);
  });

  it('replaces value and metadata of a key that is put again', async () => {
    const kv = await open();
    await kv.put('en:config', '1', METADATA);
    await kv.put('en:config', '2', { ...METADATA, v: 2 });
    expect(await kv.get('en:config')).toBe('2');
    expect((await kv.list('en:', null)).keys).toEqual([
      { name: 'en:config', metadata: { ...METADATA, v: 2 } },
    ]);
  });

  it('deletes a key that is not there without complaint', async () => {
    const kv = await open();
    await expect(kv.delete('en:nothing')).resolves.toBeUndefined();
  });

  it('keeps metadata as it was when it was put', async () => {
    const kv = await open();
    const metadata = { ...METADATA };
    await kv.put('en:config', '{}', metadata);
    metadata.h = 'changed afterwards';
    expect((await kv.list('en:config', null)).keys[0]?.metadata).toEqual(METADATA);
  });
}

function describeListing(open: OpenKvStore): void {
  it('lists the keys with a prefix and no others', async () => {
    const kv = await open();
    for (const key of ['en:a', 'en:b', 'en2:a', 'de:a', 'pulse']) await kv.put(key, '{}', METADATA);
    expect(await namesUnder(kv, 'en:')).toEqual(['en:a', 'en:b']);
    expect(await namesUnder(kv, 'fr:')).toEqual([]);
  });

  it('lists in one page, without a cursor, what fits in one', async () => {
    const kv = await open();
    await kv.put('en:a', '{}', METADATA);
    expect(await kv.list('en:', null)).toEqual({
      keys: [{ name: 'en:a', metadata: METADATA }],
      cursor: null,
    });
  });

  it('lists by UTF-8 bytes', async () => {
    const kv = await open();
    const ascending = ['en:A', 'en:a', 'en:a-b', 'en:ab', 'en:é', 'en:\uffee', 'en:😀'];
    for (const key of [...ascending].reverse()) await kv.put(key, '{}', METADATA);
    expect(await namesUnder(kv, 'en:')).toEqual(ascending);
  });

  it('pages through more than 1,000 keys, each once, in order', async () => {
    const kv = await open();
    const names = Array.from({ length: LIST_PAGE_SIZE + 5 }, (_, n) => `en:${String(n).padStart(5, '0')}`);
    for (const key of [...names].reverse()) await kv.put(key, '{}', METADATA);
    const pages = await listAll(kv, 'en:');
    expect(pages.flat().map(({ name }) => name)).toEqual(names);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(LIST_PAGE_SIZE);
    expect(pages.at(-1)?.at(-1)?.metadata).toEqual(METADATA);
  });
}
