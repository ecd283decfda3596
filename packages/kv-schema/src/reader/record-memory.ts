import type { KvKeyType } from '../keys/kv-key.js';
import type { RecordMap } from '../serialize.js';

/** A record that was read. Nobody may change it: later readers get the same object. */
export interface RememberedRecord {
  type: KvKeyType;
  record: RecordMap[KvKeyType];
  /** Content hash of the record, 32 hex. */
  hash: string;
  /** Length of its JSON text. */
  characters: number;
}

/** Keeps records from one reader to the next; it alone decides for how long they are true. */
export interface RecordMemory {
  /** The record under this key, if it is still what KV holds. */
  recall(key: string): RememberedRecord | null;
  remember(key: string, read: RememberedRecord): void;
}

/** Whether a record is one of this type. */
export function isRecordOf<T extends KvKeyType>(
  read: RememberedRecord,
  type: T,
): read is RememberedRecord & { record: RecordMap[T] } {
  return read.type === type;
}
