import { parseKey } from '@maho-storefront/kv-schema';
import { OverlayCatalogIndex } from '../catalog-index/overlay-index.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { RunProgress } from '../run/run-progress.js';
import type { RunRecord, RunRequest } from '../run/run-record.js';
import { StoreSync } from '../store-sync.js';
import type { StoreSyncOptions } from '../store-sync-options.js';
import { DryRunError } from './dry-run-error.js';
import { type KeyChangeKind, NotingKvStore } from './noting-kv-store.js';

/** A key that a sync would write or delete now. */
export interface KeyChange {
  key: string;
  change: KeyChangeKind;
}

/** What a sync would do. */
export interface DryRunReport {
  /** The run as it would have ended; its counts are those of a real one. */
  run: RunRecord;
  /** At most as many as asked for, by key. */
  changes: KeyChange[];
  /** All of them. */
  puts: number;
  deletes: number;
}

/**
 * A run that changes nothing: it reads the backend and works as any run does, on an index that is laid over the
 * store's own and on a KV that only notes. Lives in memory; the store must not be synced meanwhile.
 *
 * @example
 * const dry = new DryRun(options, { scope: 'full', trigger: 'request', switches: NO_SWITCHES });
 * while ((await dry.advance()).state === 'running') {}
 * console.log(dry.report(100).changes);
 */
export class DryRun {
  private readonly kv: NotingKvStore;
  private readonly sync: StoreSync;
  private readonly index: CatalogIndex;
  private readonly store: string;
  private readonly rowsAtFirst: number;
  private readonly id: string;

  /** @throws DryRunError `busy` while a run of the store is under way or waits. */
  constructor(options: StoreSyncOptions, request: RunRequest) {
    const { announcer: _announcer, ...rest } = options;
    this.store = options.store;
    this.index = options.index;
    refuseBusy(this.index, this.store);
    this.rowsAtFirst = this.index.rowsWritten;
    this.kv = new NotingKvStore(options.kv);
    this.sync = new StoreSync({ ...rest, kv: this.kv, index: new OverlayCatalogIndex(options.index) });
    this.id = this.sync.request(request).id;
  }

  /**
   * Does one slice, as large as that of a real run.
   *
   * @returns where it stands.
   * @throws DryRunError `interrupted` when the store was synced meanwhile: what was seen until then means nothing.
   */
  async advance(): Promise<RunProgress> {
    this.refuseInterruption();
    const progress = await this.sync.advance(this.id);
    this.refuseInterruption();
    return progress;
  }

  /** What was found so far. */
  report(maxChanges: number): DryRunReport {
    const run = this.sync.findRun(this.id);
    if (!run) throw new Error(`The dry run of store "${this.store}" has lost its own record`);
    const changes = [...this.kv.changes]
      .filter(([key]) => parseKey(key)?.type !== 'pulse')
      .map(([key, change]) => ({ key, change }));
    const puts = changes.filter(({ change }) => change === 'put').length;
    const byKey = changes.sort((a, b) => (a.key < b.key ? -1 : 1));
    return { run, changes: byKey.slice(0, maxChanges), puts, deletes: changes.length - puts };
  }

  private refuseInterruption(): void {
    if (this.index.rowsWritten === this.rowsAtFirst) return;
    throw new DryRunError(
      'interrupted',
      `Store "${this.store}" was synced while its dry run went on; ask again`,
    );
  }
}

function refuseBusy(index: CatalogIndex, store: string): void {
  const states = ['running', 'queued'];
  const isBusy = states.some((state) => index.count('runs', { by: 'byState', equals: [state] }) > 0);
  if (isBusy)
    throw new DryRunError('busy', `A sync of store "${store}" is under way; ask again when it has ended`);
}
