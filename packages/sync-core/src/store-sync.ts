import type { MahoApiClient } from '@maho-storefront/maho-client';
import { AddressBook } from './addresses/address-book.js';
import { RedirectBook } from './addresses/redirect-book.js';
import { Meta } from './catalog-index/meta.js';
import { DueTable } from './due/due-table.js';
import { limitsOf, type SyncLimits } from './limits.js';
import type { CatalogIndex } from './ports/catalog-index.js';
import type { Clock } from './ports/clock.js';
import type { KvStore } from './ports/kv-store.js';
import type { PulseAnnouncer } from './ports/pulse-announcer.js';
import { hasUnpublished, PulsePublisher } from './pulse/pulse-publisher.js';
import { backendUrl } from './records/backend-url.js';
import { Backend } from './run/backend.js';
import { CountingKvStore } from './run/counting-kv-store.js';
import { isReportable, RunContext } from './run/run-context.js';
import { driveSlice, endFaulty } from './run/run-driver.js';
import { RunQueue } from './run/run-queue.js';
import {
  findRun,
  NO_SWITCHES,
  type RetryingEntity,
  type RunRecord,
  type RunRequest,
  type RunState,
  saveRun,
} from './run/run-record.js';
import { SliceBudget } from './run/slice-budget.js';
import { noteRegistry } from './run/store-registry.js';
import { type StageName, type SyncScope, stagesOf } from './run/sync-scope.js';
import { settledKeys, syncedCounts } from './run/synced-counts.js';
import { RecordWriter } from './writing/record-writer.js';
import { Suspects } from './writing/suspects.js';
import { WriteAllowance } from './writing/write-allowance.js';

export interface StoreSyncOptions {
  /** Store-view code. */
  store: string;
  /** Client of this store view; it brings timeouts, retries and its bound on requests in flight. */
  maho: MahoApiClient;
  kv: KvStore;
  index: CatalogIndex;
  clock: Clock;
  limits?: SyncLimits;
  announcer?: PulseAnnouncer;
  /** What pages may show of the stores of the deployment; part of the pulse. */
  registry?: readonly object[];
  /** Move the pulse after every sync, even when nothing changed. */
  pulseOnEverySync?: boolean;
  /** Makes ids of runs. */
  newId: () => string;
}

/** Where a run stands; small, however large the catalogue. */
export interface RunProgress {
  id: string;
  state: RunState;
  stage: StageName | null;
  products: {
    /** Products that the listing showed so far. */
    listed: number;
    /** Product records true in KV. */
    inKv: number;
  };
}

/** A run that shows no sign of life for this long is taken over. */
const HEARTBEAT_MS = 60_000;
/** Entities named one by one among those that are tried again. */
const MAX_RETRYING = 200;
/**
 * Between two publishes at the end of an entity: shorter runs publish once, at their end, and need not wait
 * for the second that KV wants between two writes of the pulse.
 */
const PUBLISH_PAUSE_MS = 5_000;
/** A long run publishes what it has at least this often. */
const PUBLISH_INTERVAL_MS = 60_000;

/**
 * The sync of one store: makes KV equal to the backend and keeps it so. All state is in the index, so any
 * process may take the next slice; only one may at a time.
 *
 * @example
 * const sync = new StoreSync({ store: 'en', maho, kv, index: new MemoryCatalogIndex(), clock, newId });
 * const run = await sync.run('full');
 * console.log(run.synced, run.report.failed);
 */
export class StoreSync {
  private readonly index: CatalogIndex;
  private readonly meta: Meta;
  private readonly queue: RunQueue;
  private readonly due: DueTable;
  private readonly limits: SyncLimits;
  private readonly announcer: PulseAnnouncer;

  constructor(private readonly options: StoreSyncOptions) {
    this.index = options.index;
    this.meta = new Meta(this.index);
    this.queue = new RunQueue(this.index, this.meta, options.clock);
    this.due = new DueTable(this.index);
    this.limits = options.limits ?? limitsOf('paid');
    this.announcer = options.announcer ?? { announce: async () => {} };
  }

  /**
   * Asks for a run. It begins after this call; a waiting run that will do as much is shared, so the id may
   * not be the one asked for.
   */
  request(request: RunRequest, id = this.options.newId()): RunRecord {
    return this.queue.request(id, request);
  }

  /** Does one slice of the store's current run. @returns where run `id` stands. */
  async advance(id: string): Promise<RunProgress> {
    const asked = findRun(this.index, id);
    if (asked && isEnded(asked)) return this.progressOf(asked);
    const current = this.queue.current();
    if (current) await this.slice(current);
    const run = findRun(this.index, id) ?? current;
    if (!run) throw new RangeError(`Store "${this.options.store}" has no run "${id}"`);
    return this.progressOf(run);
  }

  /** Asks for a run and does all of it: for scripts and tests. */
  async run(scope: SyncScope, request: Partial<Omit<RunRequest, 'scope'>> = {}): Promise<RunRecord> {
    const { id } = this.request({ trigger: 'request', switches: NO_SWITCHES, ...request, scope });
    for (;;) {
      await this.advance(id);
      const run = findRun(this.index, id);
      if (run && isEnded(run)) return run;
    }
  }

  /** Where run `id` stands; null for one that the store does not know. */
  progress(id: string): RunProgress | null {
    const run = findRun(this.index, id);
    return run ? this.progressOf(run) : null;
  }

  findRun(id: string): RunRecord | null {
    return findRun(this.index, id);
  }

  /** Latest first. */
  history(limit: number): RunRecord[] {
    return this.queue.history(limit);
  }

  /** When `wake` should be called, epoch ms; null when there is nothing to wait for. */
  nextWakeAt(): number | null {
    const current = this.queue.current();
    if (current) return current.heartbeatAt + HEARTBEAT_MS;
    const dueAt = this.due.nextAt();
    if (!hasUnpublished(this.index, this.meta)) return dueAt;
    // A run could not publish: tried again after the pause that any silent run gets.
    const [last] = this.queue.history(1);
    const publishAt = (last?.heartbeatAt ?? 0) + HEARTBEAT_MS;
    return dueAt === null ? publishAt : Math.min(dueAt, publishAt);
  }

  /** Takes over a run that nobody drives, or does what is due: one slice. */
  async wake(): Promise<void> {
    const now = this.options.clock.now();
    if ((this.nextWakeAt() ?? Number.POSITIVE_INFINITY) > now) return;
    const current = this.queue.current();
    if (current) return this.slice(current);
    const [sync] = this.due.take('sync', now, 1);
    if (sync) this.due.replace('sync', 0, null);
    const switches = { ...NO_SWITCHES, rebuild: sync?.reason === 'reconcile' };
    await this.slice(this.request({ scope: sync ? 'full' : 'due', trigger: 'alarm', switches }));
  }

  /** Lets the watchdog take over at once: whoever drove the run has stopped on purpose. */
  release(id: string): void {
    const run = findRun(this.index, id);
    if (!run || isEnded(run)) return;
    saveRun(this.index, { ...run, heartbeatAt: this.options.clock.now() - HEARTBEAT_MS });
  }

  private async slice(run: RunRecord): Promise<void> {
    const budget = new SliceBudget(this.limits, this.options.clock);
    const kv = new CountingKvStore(this.options.kv, () => {
      budget.kvOperations += 1;
    });
    const publisher = new PulsePublisher(
      this.options.store,
      this.index,
      this.meta,
      kv,
      this.options.clock,
      this.announcer,
    );
    const context = this.contextOf(run, kv, budget);
    const rowsBefore = this.index.rowsWritten;
    try {
      await this.begin(run, publisher);
      const isThrough = await driveSlice(context, () =>
        publisher.publishAfter(PUBLISH_PAUSE_MS, run.startedAt),
      );
      if (isThrough) await this.finish(context, publisher);
      else await publisher.publishAfter(PUBLISH_INTERVAL_MS, run.startedAt);
      this.account(run, budget, rowsBefore);
      saveRun(this.index, run);
    } catch (error) {
      endFaulty(this.index, context, error);
    }
  }

  private async begin(run: RunRecord, publisher: PulsePublisher): Promise<void> {
    const { clock, registry } = this.options;
    await publisher.continueFromKv();
    if (run.state !== 'queued') return;
    run.state = 'running';
    run.startedAt = clock.now();
    run.heartbeatAt = clock.now();
    saveRun(this.index, run);
    await noteRegistry(this.index, registry ?? [], clock.now());
  }

  private async finish(context: RunContext, publisher: PulsePublisher): Promise<void> {
    const { run } = context;
    const { clock, pulseOnEverySync } = this.options;
    const isSync = run.request.scope !== 'due';
    const refresh = isSync && (pulseOnEverySync === true || run.request.switches.refreshPulse);
    if (isSync && run.report.failures === 0) this.meta.set('synced-at', new Date(clock.now()).toISOString());
    try {
      await publisher.publish({ refresh, wait: true });
    } catch (error) {
      if (!isReportable(error)) throw error;
      context.fail('pulse', null, error);
    }
    await publisher.announce();
    run.synced = syncedCounts(this.index);
    run.unchanged = Math.max(0, settledKeys(this.index) - run.report.written);
    run.retrying = this.retrying();
    run.pulse = publisher.current()?.hash ?? null;
    run.state = run.report.failures === 0 ? 'succeeded' : 'failed';
    run.finishedAt = clock.now();
    run.cursor = null;
  }

  private retrying(): RetryingEntity[] {
    return (['product', 'category'] as const).flatMap((entity) =>
      this.due.retrying(entity, MAX_RETRYING).map(({ id, at }) => ({ entity, id, at })),
    );
  }

  private account(run: RunRecord, budget: SliceBudget, rowsBefore: number): void {
    const { report } = run;
    report.slices += 1;
    report.kvOperations += budget.kvOperations;
    report.kvOperationsInSlice = Math.max(report.kvOperationsInSlice, budget.kvOperations);
    report.indexRowsWritten += this.index.rowsWritten - rowsBefore;
  }

  private contextOf(run: RunRecord, kv: CountingKvStore, budget: SliceBudget): RunContext {
    const { clock, maho, store } = this.options;
    const { index, meta, limits, due } = this;
    const allowance = new WriteAllowance(meta, clock, limits.kvWritesPerDay);
    const suspects = new Suspects(index);
    const redirects = new RedirectBook(index, suspects, store);
    const count = (cause: keyof typeof run.report.requests) => {
      budget.requests += 1;
      run.report.requests[cause] = (run.report.requests[cause] ?? 0) + 1;
    };
    return new RunContext(
      {
        store,
        index,
        meta,
        kv,
        clock,
        limits,
        budget,
        allowance,
        suspects,
        redirects,
        due,
        backend: new Backend(maho, count, `${run.id}-${run.report.slices}-${clock.now().toString(36)}`),
        writer: new RecordWriter(index, kv, clock, allowance),
        addresses: new AddressBook(index, redirects, suspects, store),
        toUrl: backendUrl(maho.baseUrl),
      },
      run,
    );
  }

  private progressOf(run: RunRecord): RunProgress {
    return {
      id: run.id,
      state: run.state,
      stage: isEnded(run) ? null : (stagesOf(run.request.scope)[run.stage] ?? null),
      products: {
        listed: this.index.count('products', { by: 'byListed', equals: [1] }),
        inKv: syncedCounts(this.index).products,
      },
    };
  }
}

function isEnded(run: RunRecord): boolean {
  return run.state === 'succeeded' || run.state === 'failed';
}
