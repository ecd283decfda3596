import {
  addElement,
  contentHash,
  EMPTY_SUM,
  formatSum,
  type KvKey,
  type KvKeyType,
  parseKey,
  parseMetadata,
  parseRecord,
  pulseElement,
  type RecordMap,
  recordVersion,
} from '@maho-storefront/kv-schema';
import { objectOf } from './json-object.js';
import type { SyncedStore } from './synced-store.js';

/** The KV of one store, whatever shop it is filled from. */
type StoreKv = Pick<SyncedStore, 'kv' | 'code'>;

type OneRecord<T extends KvKeyType> = { key: Extract<KvKey, { type: T }>; record: RecordMap[T] };

function isOfType<T extends KvKeyType>(key: KvKey | null, type: T): key is Extract<KvKey, { type: T }> {
  return key?.type === type;
}

/** Every record of a type that stands in the store's KV. @throws Error for one that cannot be parsed. */
export function recordsOf<T extends KvKeyType>(
  { kv }: StoreKv,
  type: T,
  isWanted: (key: Extract<KvKey, { type: T }>) => boolean = () => true,
): OneRecord<T>[] {
  return [...kv.entries].flatMap(([name, { value }]) => {
    const key = parseKey(name);
    if (!isOfType(key, type) || !isWanted(key)) return [];
    return [{ key, record: parsed(type, name, value) }];
  });
}

function parsed<T extends KvKeyType>(type: T, name: string, value: string): RecordMap[T] {
  const record = parseRecord(type, value);
  if (record === null) throw new Error(`"${name}" holds no record: ${value.slice(0, 200)}`);
  return record;
}

/** The record under one key, null where there is none. @throws Error for a value that is no record. */
export function recordAt<T extends KvKeyType>(store: StoreKv, type: T, name: string): RecordMap[T] | null {
  const value = store.kv.entries.get(name)?.value;
  return value === undefined ? null : parsed(type, name, value);
}

/** Product id → slug, by the records themselves. */
export function slugsOf(store: StoreKv): Map<number, string> {
  return new Map(recordsOf(store, 'product').map(({ record }) => [record.id, record.slug]));
}

/** Ids on all pages of a category's listing, in order. */
export function listedIds(store: StoreKv, categoryId: number): number[] {
  return recordsOf(store, 'listing', (key) => key.categoryId === categoryId)
    .sort((a, b) => a.key.page - b.key.page)
    .flatMap(({ record }) => record.products.map(({ id }) => id));
}

/** Key → value without `updatedAt`, pulse aside: equal for stores that show the same. */
export function contentsOf({ kv }: StoreKv): Map<string, string> {
  const contents = [...kv.entries].flatMap(([name, { value }]): [string, string][] =>
    name.endsWith(':pulse') ? [] : [[name, JSON.stringify(withoutUpdatedAt(JSON.parse(value)))]],
  );
  return new Map(contents.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withoutUpdatedAt(value: unknown): unknown {
  return Array.isArray(value) ? value : { ...objectOf(value), updatedAt: undefined };
}

/** How one KV differs from another: keys of either side alone, and keys whose content is not the same. */
export function contentDifferences(actual: StoreKv, expected: StoreKv): string[] {
  const [ours, theirs] = [contentsOf(actual), contentsOf(expected)];
  const names = new Set([...ours.keys(), ...theirs.keys()]);
  return [...names].flatMap((name) => {
    if (!theirs.has(name)) return [`left over: ${name}`];
    if (!ours.has(name)) return [`missing: ${name}`];
    return ours.get(name) === theirs.get(name) ? [] : [`differs: ${name}`];
  });
}

/** Keys of the store whose name, value or metadata is not as the contract says. */
export async function contractFaults({ kv, code }: StoreKv): Promise<string[]> {
  const faults: string[] = [];
  let sum = EMPTY_SUM;
  for (const [name, { value, metadata }] of kv.entries) {
    const key = parseKey(name);
    if (!key || parseRecord(key.type, value) === null) {
      faults.push(`cannot be parsed: ${name}`);
      continue;
    }
    if (!('store' in key) || key.store !== code) faults.push(`belongs to no store of this test: ${name}`);
    const sound = parseMetadata(metadata);
    if (sound?.v !== recordVersion(key.type)) faults.push(`metadata: ${name}`);
    if (key.type === 'pulse') continue;
    const hash = await contentHash(withoutUpdatedAt(JSON.parse(value)));
    if (sound?.h !== hash) faults.push(`metadata does not tell the content: ${name}`);
    sum = addElement(sum, await pulseElement(name, hash));
  }
  // The registry of stores, which no key of the store holds, counts as well; none was given here.
  sum = addElement(sum, await pulseElement('_stores', await contentHash([])));
  const pulse = parseRecord('pulse', kv.entries.get(`${code}:pulse`)?.value ?? '');
  if (pulse?.hash !== formatSum(sum)) faults.push('the pulse is not the sum over the keys');
  return faults;
}

/** Redirects that lead to nothing, over another one, or from an address where something lives. */
export function redirectFaults(store: StoreKv): string[] {
  const addresses = new Map<string, string>();
  const add = (address: string, type: string, id: number) => addresses.set(address, `${type} ${id}`);
  for (const { record } of recordsOf(store, 'product')) add(record.slug, 'product', record.id);
  for (const { record } of recordsOf(store, 'category')) add(record.path, 'category', record.id);
  for (const { record } of recordsOf(store, 'cms-page')) add(record.identifier, 'cms-page', record.id);
  for (const { record } of recordsOf(store, 'blog-post'))
    add(`blog/${record.urlKey}`, 'blog-post', record.id);
  return recordsOf(store, 'redirect').flatMap(({ key, record }) => {
    const faults: string[] = [];
    if (addresses.has(key.path)) faults.push(`from an address in use: ${key.path}`);
    if (addresses.get(record.to) !== `${record.type} ${record.id}`) {
      faults.push(`${key.path} leads to ${record.to}, which is not ${record.type} ${record.id}`);
    }
    return faults;
  });
}

/** Where a path leads; null when there is no redirect. */
export function redirectFrom(store: StoreKv, path: string): string | null {
  return recordAt(store, 'redirect', `${store.code}:redirect:${path}`)?.to ?? null;
}
