import type { KvEntry, KvReadOptions, KvReadPort } from './kv-read-port.js';

/** Keys that Workers KV takes in one bulk read (https://developers.cloudflare.com/kv/api/read-key-value-pairs/). */
export const MAX_BULK_READ_KEYS = 100;

/** What KV answers where there is nothing. */
export const MISSING: KvEntry = { value: null, metadata: null };

/** What KV holds under one key; its metadata only where the port gives it. */
export async function readEntry(kv: KvReadPort, key: string, options: KvReadOptions): Promise<KvEntry> {
  if (kv.getWithMetadata !== undefined) return kv.getWithMetadata(key, options);
  return { value: (await kv.get(key, options)) ?? null, metadata: null };
}

/** What KV holds under each key, in the order of the keys; one read per 100 keys, one after another, a plain one of one key. */
export async function readEntries(
  kv: KvReadPort,
  keys: readonly string[],
  options: KvReadOptions,
): Promise<Map<string, KvEntry>> {
  const [only, ...more] = keys;
  if (only !== undefined && more.length === 0) return new Map([[only, await readEntry(kv, only, options)]]);
  const entries = new Map<string, KvEntry>();
  for (let start = 0; start < keys.length; start += MAX_BULK_READ_KEYS) {
    const chunk = keys.slice(start, start + MAX_BULK_READ_KEYS);
    const found = await readChunk(kv, chunk, options);
    for (const key of chunk) entries.set(key, found(key));
  }
  return entries;
}

type EntryOf = (key: string) => KvEntry;

async function readChunk(kv: KvReadPort, chunk: string[], options: KvReadOptions): Promise<EntryOf> {
  if (kv.getWithMetadata !== undefined) {
    const entries = await kv.getWithMetadata(chunk, options);
    return (key) => entries.get(key) ?? MISSING;
  }
  const values = await kv.get(chunk, options);
  return (key) => ({ value: values.get(key) ?? null, metadata: null });
}
