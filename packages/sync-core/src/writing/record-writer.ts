import {
  buildKey,
  contentHash,
  type KvKey,
  type RecordMap,
  recordVersion,
  serializeRecord,
} from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { Clock } from '../ports/clock.js';
import type { KvStore } from '../ports/kv-store.js';
import { KeyedLocks } from './keyed-locks.js';
import { retryKvWrite } from './kv-retry.js';
import { SETTLED } from './settled.js';
import { SUSPECT } from './suspects.js';
import type { WriteAllowance } from './write-allowance.js';

export type WritableKey = Exclude<KvKey, { type: 'pulse' | 'deployment-pulse' | 'stores' }>;

/** A record to be true in KV. The hooks run in the transactions that mark its row. */
export interface RecordToWrite<K extends WritableKey> {
  key: K;
  /** 0 when the key belongs to no single entity. */
  entityId: number;
  record: RecordMap[K['type']];
  /** Whether the record still belongs under its key when its turn comes; without it, it does. */
  isCurrent?: () => boolean;
  /** Before the put: what must not be believed if the process ends here. */
  onUnsettled?: () => void;
  /** When KV holds the record, written just now or before. */
  onSettled?: () => void;
}

/** `superseded`: another record has taken the key over meanwhile. */
export type WriteOutcome = 'written' | 'unchanged' | 'deferred' | 'superseded';

/**
 * Puts records into KV so that a crash at any point is survived: a row is marked unsettled before its put
 * and settled after it; an unsettled row is written again whatever its hash. A record whose hash is already
 * settled costs nothing.
 */
export class RecordWriter {
  private readonly locks = new KeyedLocks();

  constructor(
    private readonly index: CatalogIndex,
    private readonly kv: KvStore,
    private readonly clock: Clock,
    private readonly allowance: WriteAllowance,
  ) {}

  /** @throws KvWriteError when KV refuses the put after retries; the row stays unsettled. */
  write<K extends WritableKey>(record: RecordToWrite<K>): Promise<WriteOutcome> {
    const name = buildKey(record.key);
    return this.locks.run(name, () => this.writeAlone(name, record));
  }

  private async writeAlone<K extends WritableKey>(
    name: string,
    record: RecordToWrite<K>,
  ): Promise<WriteOutcome> {
    if (record.isCurrent?.() === false) return 'superseded';
    const hash = await contentHash(withoutUpdatedAt(record.record));
    const known = this.index.get('records', [name]);
    if (known?.settled === SETTLED.yes && known.hash === hash) {
      this.index.transaction(() => this.keep(known, record));
      return 'unchanged';
    }
    if (!this.allowance.take()) return 'deferred';
    const row = {
      ...(known ?? newRow(name, record.key.type)),
      entityId: record.entityId,
      suspect: SUSPECT.none,
    };
    this.index.transaction(() => {
      this.index.put('records', { ...row, settled: SETTLED.no });
      record.onUnsettled?.();
    });
    await this.put(name, record, hash);
    this.index.transaction(() => {
      this.notePending(name, row.hash);
      this.index.put('records', { ...row, hash, settled: SETTLED.yes, settledAt: this.clock.now() });
      record.onSettled?.();
    });
    return 'written';
  }

  /**
   * Deletes a key and forgets its row.
   *
   * @throws KvWriteError when KV refuses after retries; the row stays, unsettled.
   */
  remove(name: string): Promise<'deleted' | 'deferred'> {
    return this.locks.run(name, () => this.removeAlone(name));
  }

  private async removeAlone(name: string): Promise<'deleted' | 'deferred'> {
    const row = this.index.get('records', [name]);
    if (!this.allowance.take()) return 'deferred';
    if (row) this.index.put('records', { ...row, settled: SETTLED.no });
    await retryKvWrite(this.clock, 'delete', name, () => this.kv.delete(name));
    this.index.transaction(() => {
      if (row) this.notePending(name, row.hash);
      this.index.delete('records', [name]);
    });
    return 'deleted';
  }

  private keep<K extends WritableKey>(known: IndexRow<'records'>, record: RecordToWrite<K>): void {
    const isMarked = known.suspect === SUSPECT.marked || known.suspect === SUSPECT.urgent;
    if (known.entityId !== record.entityId || isMarked) {
      this.index.put('records', { ...known, entityId: record.entityId, suspect: SUSPECT.none });
    }
    record.onSettled?.();
  }

  /** The first change of a key since the last publish remembers what that publish held. */
  private notePending(key: string, publishedHash: string): void {
    if (!this.index.get('pending', [key])) this.index.put('pending', { key, publishedHash });
  }

  private async put<K extends WritableKey>(name: string, { key, record }: RecordToWrite<K>, hash: string) {
    const value = serializeRecord<K['type']>(key.type, record);
    const metadata = { h: hash, v: recordVersion(key.type), u: new Date(this.clock.now()).toISOString() };
    await retryKvWrite(this.clock, 'put', name, () => this.kv.put(name, value, metadata));
  }
}

function newRow(key: string, type: string): IndexRow<'records'> {
  return { key, type, entityId: 0, hash: '', settled: SETTLED.no, settledAt: 0, suspect: SUSPECT.none };
}

/** A save that changed nothing else moves `updatedAt`: it is no reason to write. */
function withoutUpdatedAt(record: object): object {
  return 'updatedAt' in record ? { ...record, updatedAt: undefined } : record;
}
