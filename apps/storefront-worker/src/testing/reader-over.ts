import { CatalogReader, type KvReadPort } from '@maho-storefront/kv-schema';

/** Reads a store from records by their keys, without a platform. */
export function readerOver(records: ReadonlyMap<string, unknown>, store = 'en'): CatalogReader {
  const read = (key: string) => (records.has(key) ? JSON.stringify(records.get(key)) : null);
  async function get(key: string): Promise<string | null>;
  async function get(keys: string[]): Promise<Map<string, string | null>>;
  async function get(asked: string | string[]) {
    return typeof asked === 'string' ? read(asked) : new Map(asked.map((key) => [key, read(key)]));
  }
  const kv: KvReadPort = { get };
  return new CatalogReader(kv, store);
}
