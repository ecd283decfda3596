import { type KvKey, parseKey, parseRecord } from '@maho-storefront/kv-schema';
import { DIRTY } from '../addresses/redirect-book.js';
import { Meta } from '../catalog-index/meta.js';
import { DueTable, EXPIRED_VALUES } from '../due/due-table.js';
import { SteadyKvStore } from '../kv-store/steady-kv-store.js';
import { limitsOf } from '../limits.js';
import { PulsePublisher } from '../pulse/pulse-publisher.js';
import { reasonOf } from '../run/reportable-error.js';
import { NO_SWITCHES } from '../run/run-record.js';
import type { SyncScope } from '../run/sync-scope.js';
import type { StoreSync } from '../store-sync.js';
import type { StoreSyncOptions } from '../store-sync-options.js';
import { KvWriteError } from '../writing/kv-write-error.js';
import { RecordWriter, type WritableKey } from '../writing/record-writer.js';
import { WriteAllowance } from '../writing/write-allowance.js';
import { KeyEditError } from './key-edit-error.js';
import { dueAt, lookAgain, markRedirect } from './look-again.js';

/** What became of keys that were to be deleted. */
export interface KeyRemoval {
  deleted: string[];
  failed: { key: string; reason: string }[];
}

/**
 * Edits of a store's keys by hand. They go through the index as a sync's own writes do, so the pulse moves with them
 * and the sync knows what it has to put right. Like `advance`, only one at a time, and none beside a slice.
 */
export class KeyEdits {
  private readonly writer: RecordWriter;
  private readonly publisher: PulsePublisher;
  private readonly due: DueTable;

  constructor(
    private readonly options: StoreSyncOptions,
    private readonly sync: StoreSync,
  ) {
    const { store, index, clock } = options;
    const meta = new Meta(index);
    const kv = new SteadyKvStore(options.kv, clock);
    const { kvWritesPerDay } = options.limits ?? limitsOf('paid');
    const announcer = options.announcer ?? { announce: async () => {} };
    this.due = new DueTable(index);
    const allowance = new WriteAllowance(meta, clock, kvWritesPerDay);
    this.writer = new RecordWriter(index, kv, clock, allowance);
    this.publisher = new PulsePublisher(store, index, meta, kv, clock, announcer, allowance);
  }

  /**
   * Deletes keys and has the sync write those again that belong to something: whoever reads them meanwhile finds
   * nothing there.
   *
   * @throws KeyEditError before anything is deleted, if one of them may not be.
   */
  async remove(names: readonly string[]): Promise<KeyRemoval> {
    const { index, clock } = this.options;
    const keys = [...new Set(names)].map((name) => ({ name, key: this.editable(name) }));
    const removal: KeyRemoval = { deleted: [], failed: [] };
    const scopes = new Set<SyncScope>();
    for (const { name, key } of keys) {
      const row = index.get('records', [name]);
      const scope = index.transaction(() => lookAgain({ index, due: this.due }, key, row, clock.now()));
      const reason = await this.removeOne(name);
      if (reason === null) removal.deleted.push(name);
      else removal.failed.push({ key: name, reason });
      scopes.add(scope);
    }
    for (const scope of scopes) this.runSoon(scope);
    await this.publish();
    return removal;
  }

  /**
   * Puts another value under a key that the sync has written. It stays until the sync reads anew what the key shows, as
   * every full run does: when `ttlMs` is over, at the latest.
   *
   * @param value the record, as JSON or parsed.
   * @throws KeyEditError if the key is not one of the sync's, or the value no record for it.
   */
  async replace(name: string, value: unknown, ttlMs: number | null): Promise<void> {
    const { index, clock } = this.options;
    const key = this.editable(name);
    const row = index.get('records', [name]);
    if (!row)
      throw new KeyEditError('unknown_key', name, `The sync has no key "${name}"; nothing was written`);
    const record = parseRecord(key.type, value);
    if (record === null) {
      throw new KeyEditError(
        'invalid_value',
        name,
        `The value is no record of "${name}"; nothing was written`,
      );
    }
    if (key.type === 'redirect') markRedirect(index, key.path, DIRTY.byHand);
    const outcome = await this.writer.write({ key, entityId: row.entityId, record });
    if (outcome === 'deferred') {
      throw new KeyEditError(
        'deferred',
        name,
        'The writes of this day are used up; try again tomorrow (UTC)',
      );
    }
    if (ttlMs !== null) this.restoreAt(key, name, clock.now() + ttlMs);
    await this.publish();
  }

  /** @throws KeyEditError for what is no record of this store. */
  private editable(name: string): WritableKey {
    const key = parseKey(name);
    if (key === null || ('store' in key && key.store !== this.options.store)) {
      const reason = `"${name}" is no key of store "${this.options.store}"; nothing was changed`;
      throw new KeyEditError('foreign_key', name, reason);
    }
    if (key.type === 'pulse' || key.type === 'deployment-pulse' || key.type === 'stores') {
      throw new KeyEditError(
        'protected_key',
        name,
        `"${name}" cannot be edited by hand; nothing was changed`,
      );
    }
    return key;
  }

  /** @returns why it could not be deleted, or null. */
  private async removeOne(name: string): Promise<string | null> {
    const { index } = this.options;
    try {
      if ((await this.writer.remove(name)) === 'deferred') return 'The writes of this day are used up';
    } catch (error) {
      if (!(error instanceof KvWriteError)) throw error;
      return reasonOf(error);
    }
    // Unknown to the index it may have been read all the same: pages must hear that it is gone.
    if (!index.get('pending', [name])) index.put('pending', { key: name, publishedHash: '' });
    return null;
  }

  private restoreAt(key: KvKey, name: string, at: number): void {
    const { index } = this.options;
    const row = index.get('records', [name]);
    if (!dueAt(this.due, key, row, at)) this.due.set('sync', EXPIRED_VALUES, at, 'expired');
  }

  private runSoon(scope: SyncScope): void {
    const { id } = this.sync.request({ scope, trigger: 'alarm', switches: NO_SWITCHES });
    this.sync.release(id);
  }

  private async publish(): Promise<void> {
    await this.publisher.continueFromKv();
    await this.publisher.publish({ refresh: false, wait: true });
  }
}
