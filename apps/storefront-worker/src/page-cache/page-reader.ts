import type { Pulse, ReadMemory, ReadRecorder } from '@maho-storefront/edge-cache';
import {
  CatalogReader,
  contentFingerprint,
  type RecordMemory,
  type RememberedRecord,
} from '@maho-storefront/kv-schema';

/** The records that an isolate has read. */
export type IsolateRecords = ReadMemory<RememberedRecord>;

/** A parsed record takes 1.2 (a listing) to 2.6 bytes (a product) for each character of its JSON. */
const BYTES_PER_CHARACTER = 2.5;
/** Its key, its stamp and its place in the memory. */
const RECORD_OVERHEAD_BYTES = 512;

/** What one page is read from, and by. */
export interface PageReading {
  kv: KVNamespace;
  store: string;
  recorder: ReadRecorder;
  records: IsolateRecords;
  /** By which the page will be judged; null where nobody knows one, and everything is read from KV. */
  pulse: Pulse | null;
}

/** Reads a store's catalogue for one page, and has the page's dependencies taken down. */
export function pageReader({ kv, store, recorder, records, pulse }: PageReading): CatalogReader {
  return new CatalogReader(kv, store, {
    onRead: (key, { hash }) => recorder.read(key, hash === null ? null : contentFingerprint(hash)),
    ...(pulse === null ? {} : { memory: recordMemory(records, pulse) }),
  });
}

/** What an isolate has read, as far as a pulse says that it is still so. */
export function recordMemory(records: IsolateRecords, pulse: Pulse): RecordMemory {
  return {
    recall: (key) => records.recall(key, pulse)?.value ?? null,
    remember(key, value) {
      const bytes = RECORD_OVERHEAD_BYTES + BYTES_PER_CHARACTER * value.characters;
      records.remember(key, { value, fingerprint: contentFingerprint(value.hash) }, bytes, pulse);
    },
  };
}
