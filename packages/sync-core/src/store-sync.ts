import type { ProductCard, ProductRecord } from '@maho-storefront/kv-schema';
import { AddressBook } from './addresses/address-book.js';
import { DIRTY, RedirectBook } from './addresses/redirect-book.js';
import { Meta } from './catalog-index/meta.js';
import { DueTable } from './due/due-table.js';
import { SteadyKvStore } from './kv-store/steady-kv-store.js';
import { limitsOf, type SyncLimits } from './limits.js';
import { liveProduct, productIdAt } from './live-product.js';
import { type PagePaths, pagePaths } from './page-paths.js';
import type { CatalogIndex } from './ports/catalog-index.js';
import type { KvStore } from './ports/kv-store.js';
import type { PulseAnnouncer } from './ports/pulse-announcer.js';
import { hasUnpublished, PulsePublisher } from './pulse/pulse-publisher.js';
import { backendUrl } from './records/backend-url.js';
import { backendHtml } from './records/html/backend-html.js';
import { knownPlaces } from './records/html/known-places.js';
import { Backend } from './run/backend.js';
import { CountingKvStore } from './run/counting-kv-store.js';
import { isReportable } from './run/reportable-error.js';
import { RunContext } from './run/run-context.js';
import { driveSlice, endFaulty } from './run/run-driver.js';
import type { RunProgress } from './run/run-progress.js';
import { RunQueue } from './run/run-queue.js';
import {
  findRun,
  hasRunEnded,
  NO_SWITCHES,
  type RetryingEntity,
  type RunRecord,
  type RunRequest,
  type RunState,
  saveRun,
} from './run/run-record.js';
import { SliceBudget } from './run/slice-budget.js';
import { noteRegistry } from './run/store-registry.js';
import { type SyncHealth, syncHealth } from './run/sync-health.js';
import { isById, type SyncScope, stagesOf } from './run/sync-scope.js';
import { settledKeys, settledRecords, syncedCounts } from './run/synced-counts.js';
import { cardAt } from './stages/listing-pages.js';
import type { StoreSyncOptions } from './store-sync-options.js';
import { RecordWriter } from './writing/record-writer.js';
import { SUSPECT, Suspects } from './writing/suspects.js';
import { WriteAllowance } from './writing/write-allowance.js';

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
   * not be the one asked for. What is asked for by id stays due until it is done, whatever becomes of the run.
   *
   * @throws SyncError `invalid_ids`.
   */
  request(request: RunRequest, id = this.options.newId()): RunRecord {
    return this.queue.request(id, request);
  }

  /** Does one slice of the store's current run. @returns where run `id` stands. */
  async advance(id: string): Promise<RunProgress> {
    const asked = findRun(this.index, id);
    if (asked && hasRunEnded(asked)) return this.progressOf(asked);
    const current = asked && this.isCancelled(id) ? asked : this.queue.current();
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
      if (run && hasRunEnded(run)) return run;
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

  /** How old the store's copy may be, and what is still to be done. */
  health(): SyncHealth {
    return syncHealth(this.index, this.due);
  }

  /** Cards of products by id, in the order asked for; those that have no page or are not known are left out. */
  cardsOf(ids: readonly number[]): ProductCard[] {
    return ids.flatMap((id) => cardAt(this.index, id) ?? []);
  }

  /** Addresses of the store's pages, part by part: see `pagePaths`. */
  pagePaths(cursor: string | null, limit: number): PagePaths {
    return pagePaths(this.index, cursor, limit);
  }

  /** Whether a product is known to live at an address. */
  hasProductAt(slug: string): boolean {
    return productIdAt(this.index, slug) !== null;
  }

  /** The product at an address as the backend has it now: see `liveProduct`. */
  liveProduct(slug: string): Promise<ProductRecord | null> {
    return liveProduct(this.index, this.options.maho, slug);
  }

  /** When `wake` should be called, epoch ms; null when there is nothing to wait for. */
  nextWakeAt(): number | null {
    const current = this.queue.current();
    if (current) return current.heartbeatAt + HEARTBEAT_MS;
    const [last] = this.queue.history(1);
    const pauseEndsAt = (last?.heartbeatAt ?? 0) + HEARTBEAT_MS;
    // A run could not publish: tried again after the pause that any silent run gets.
    const publishAt = hasUnpublished(this.index, this.meta) ? pauseEndsAt : null;
    const dueAt = this.due.nextAt();
    if (dueAt === null) return publishAt;
    // What made the last run fail may make the next one fail as well.
    const workAt = last?.state === 'failed' ? Math.max(dueAt, pauseEndsAt) : dueAt;
    return publishAt === null ? workAt : Math.min(workAt, publishAt);
  }

  /** Takes over a run that nobody drives, or does what is due: one slice. */
  async wake(): Promise<void> {
    const now = this.options.clock.now();
    if ((this.nextWakeAt() ?? Number.POSITIVE_INFINITY) > now) return;
    const current = this.queue.current();
    if (current) return this.slice(current);
    const [sync] = this.due.take('sync', now, 1);
    const switches = { ...NO_SWITCHES, rebuild: sync?.reason === 'reconcile' };
    const run = this.index.transaction(() => {
      if (sync) this.due.replace('sync', sync.id, null);
      return this.request({ scope: sync ? 'full' : 'due', trigger: 'alarm', switches });
    });
    await this.slice(run);
  }

  /**
   * Ends a run. One that waits ends here. One that is under way does nothing more and deletes nothing more;
   * the slice at work, or else its next `advance`, publishes what it has written and closes it. Work that is
   * due stays due.
   *
   * @returns the run, also where it had ended before; null for one that the store does not know.
   */
  cancel(id: string): RunRecord | null {
    const run = findRun(this.index, id);
    if (!run || hasRunEnded(run)) return run;
    const isWaiting = run.state === 'queued';
    this.index.transaction(() => {
      this.meta.set(`cancel:${id}`, String(this.options.clock.now()));
      if (isWaiting)
        saveRun(this.index, { ...run, state: 'cancelled', finishedAt: this.options.clock.now() });
    });
    return findRun(this.index, id);
  }

  /** Whether the next `advance` of a run may ask the backend: one that has ended, or is cancelled, does not. */
  needsBackend(id: string): boolean {
    const run = findRun(this.index, id);
    return !run || !(hasRunEnded(run) || this.isCancelled(id));
  }

  private isCancelled(id: string): boolean {
    return this.meta.get(`cancel:${id}`) !== undefined;
  }

  /** The run that the next slice works on; null when there is none. */
  current(): RunRecord | null {
    return this.queue.current();
  }

  /** Lets the watchdog take over at once: whoever drove the run has stopped on purpose. */
  release(id: string): void {
    this.beat(id, this.options.clock.now() - HEARTBEAT_MS);
  }

  /** Puts the watchdog off: a run that waits is known to have its turn later. */
  postpone(id: string): void {
    this.beat(id, this.options.clock.now());
  }

  private beat(id: string, heartbeatAt: number): void {
    const run = findRun(this.index, id);
    if (run && !hasRunEnded(run)) saveRun(this.index, { ...run, heartbeatAt });
  }

  private async slice(run: RunRecord): Promise<void> {
    const budget = new SliceBudget(this.limits, this.options.clock, () => this.queue.isAwaited(run));
    const kv = new SteadyKvStore(
      new CountingKvStore(this.options.kv, () => {
        budget.kvOperations += 1;
      }),
      this.options.clock,
    );
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
      const isThrough = await driveSlice(context, async () => {
        this.options.onProgress?.(this.progressOf(run));
        await publishSoon(publisher, PUBLISH_PAUSE_MS, run);
      });
      if (isThrough) await this.finish(context, publisher);
      else await publishSoon(publisher, PUBLISH_INTERVAL_MS, run);
      this.account(run, budget, rowsBefore);
      saveRun(this.index, run);
      if (isThrough) this.options.onProgress?.(this.progressOf(run));
    } catch (error) {
      endFaulty(this.index, context, error);
    }
  }

  private async begin(run: RunRecord, publisher: PulsePublisher): Promise<void> {
    const { clock, registry } = this.options;
    await publisher.continueFromKv();
    if (run.state !== 'queued') return;
    // Before the run counts as begun: whoever takes it over after a crash does not come here again.
    await noteRegistry(this.index, registry ?? [], clock.now());
    run.state = 'running';
    run.startedAt = clock.now();
    run.heartbeatAt = clock.now();
    saveRun(this.index, run);
  }

  private async finish(context: RunContext, publisher: PulsePublisher): Promise<void> {
    const { run } = context;
    const { clock, pulseOnEverySync } = this.options;
    const { isCancelled } = context;
    const isSync = run.request.scope !== 'due' && !isCancelled;
    const refresh = isSync && (pulseOnEverySync === true || run.request.switches.refreshPulse);
    if (isSync && run.report.failures === 0) this.meta.set('synced-at', new Date(clock.now()).toISOString());
    await reporting(context, () => publisher.publish({ refresh, wait: true }));
    await reporting(context, () => publisher.announce());
    run.synced = syncedCounts(this.index);
    run.unchanged = Math.max(0, settledKeys(this.index) - run.report.written);
    run.retrying = this.retrying();
    run.pulse = publisher.current()?.hash ?? null;
    run.state = isCancelled ? 'cancelled' : endState(run);
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

  private contextOf(run: RunRecord, kv: KvStore, budget: SliceBudget): RunContext {
    const { clock, maho, store } = this.options;
    const { index, meta, limits, due } = this;
    const allowance = new WriteAllowance(meta, clock, limits.kvWritesPerDay);
    const isUrgent = isById(run.request.scope);
    const suspects = new Suspects(index, isUrgent ? SUSPECT.urgent : SUSPECT.marked);
    const redirects = new RedirectBook(index, suspects, store, isUrgent ? DIRTY.urgent : DIRTY.marked);
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
        toHtml: backendHtml(maho.baseUrl, knownPlaces(meta)),
      },
      run,
    );
  }

  private progressOf(run: RunRecord): RunProgress {
    return {
      id: run.id,
      state: run.state,
      stage: hasRunEnded(run) ? null : (stagesOf(run.request.scope)[run.stage] ?? null),
      products: {
        listed: this.index.count('products', { by: 'byListed', equals: [1] }),
        inKv: settledRecords(this.index, 'product'),
      },
    };
  }
}

/** Publishes on the way; what cannot be published now stays pending for the end of the run, which reports it. */
async function publishSoon(publisher: PulsePublisher, ms: number, { startedAt }: RunRecord): Promise<void> {
  try {
    await publisher.publishAfter(ms, startedAt);
  } catch (error) {
    if (!isReportable(error)) throw error;
  }
}

async function reporting(context: RunContext, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isReportable(error)) throw error;
    context.fail('pulse', null, error);
  }
}

function endState({ report }: RunRecord): RunState {
  return report.failures === 0 ? 'succeeded' : 'failed';
}
