import { CatalogReader, type KvReadPort } from '@maho-storefront/kv-schema';
import { inject } from 'vitest';
import * as z from 'zod';
import type { Storefront } from '../../../../scripts/demo/synced-shop.mjs';

const keyList = z.object({ keys: z.array(z.string()) });

/** What the Worker holds of a store view, read over its own HTTP API. */
export function catalogOf({ code, url }: Storefront): CatalogReader {
  return new CatalogReader(recordsOver(url), code);
}

/** Names of all keys in KV with a prefix. */
export async function keyNames({ url }: Storefront, prefix: string): Promise<string[]> {
  const response = await fetch(`${url}/cache/keys?prefix=${encodeURIComponent(prefix)}`, {
    headers: { Authorization: `Bearer ${inject('syncSecret')}` },
  });
  return keyList.parse(await response.json()).keys;
}

function recordsOver(url: string): KvReadPort {
  const read = async (key: string): Promise<string | null> => {
    const response = await fetch(`${url}/records?key=${encodeURIComponent(key)}`);
    if (response.status === 404) return null;
    if (response.ok) return response.text();
    throw new Error(`The Worker answered ${response.status} when asked for ${key}.`);
  };
  async function get(key: string): Promise<string | null>;
  async function get(keys: string[]): Promise<Map<string, string | null>>;
  async function get(asked: string | string[]): Promise<string | null | Map<string, string | null>> {
    if (typeof asked === 'string') return read(asked);
    const entries = await Promise.all(asked.map(async (key) => [key, await read(key)] as const));
    return new Map(entries);
  }
  return { get };
}
