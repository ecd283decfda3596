import { parseUtcDateTime } from '../../clock.js';
import { type JsonObject, numberIn, numbersIn, stringIn } from '../../json.js';
import type { ContentEntry } from '../content-entry.js';

const MODEL_FIELDS = [
  '@context',
  '@type',
  'id',
  'status',
  'isActive',
  'stores',
  'createdAt',
  'updatedAt',
  'extensions',
];

interface ByStore {
  readonly code: string;
  readonly records: readonly JsonObject[];
}

function textFields(record: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !MODEL_FIELDS.includes(name)));
}

/** CMS or blog entries of all dumped stores; a store view sees what its own dump holds. */
export function dumpedContent(stores: readonly ByStore[]): Map<number, ContentEntry> {
  const entries = new Map<number, ContentEntry>();
  const audiences = new Map<number, Set<string>>();
  for (const { code, records } of stores) {
    for (const record of records) {
      const id = numberIn(record.id);
      if (id === undefined) continue;
      const audience = audiences.get(id) ?? new Set<string>();
      audiences.set(id, audience.add(code));
      const known = entries.get(id);
      if (known === undefined) entries.set(id, entryFrom(id, record, audience));
      else known.byStore.set(code, textFields(record));
    }
  }
  return entries;
}

function entryFrom(id: number, record: JsonObject, storeCodes: ReadonlySet<string>): ContentEntry {
  const stamp = (field: string) => parseUtcDateTime(stringIn(record[field]) ?? '') ?? 0;
  const stores = numbersIn(record.stores);
  return {
    id,
    isActive: record.isActive !== false,
    fields: textFields(record),
    byStore: new Map(),
    // Blog collections report no stores; their items say 0 for all.
    stores: stores.length === 0 ? [0] : stores,
    storeCodes,
    createdAt: stamp('createdAt'),
    updatedAt: stamp('updatedAt'),
  };
}
