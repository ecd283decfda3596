import type { ProductCard, ProductRecord } from '@maho-storefront/kv-schema';
import { Meta } from './catalog-index/meta.js';
import { DueTable } from './due/due-table.js';
import { limitsOf } from './limits.js';
import { liveProduct, productIdAt } from './live-product.js';
import { type PageEntity, pageEntityAt } from './page-entity.js';
import { type PagePaths, pagePaths, productSlug } from './page-paths.js';
import type { CatalogIndex } from './ports/catalog-index.js';
import { hasUnpublished } from './pulse/pulse-publisher.js';
import { restAfterFailure } from './run/backend-rest.js';
import { type RunProgress, runProgress } from './run/run-progress.js';
import { RunQueue } from './run/run-queue.js';
import {
  findRun,
  hasRunEnded,
  NO_SWITCHES,
  type RunRecord,
  type RunRequest,
  saveRun,
} from './run/run-record.js';
import { type SliceParts, workSlice } from './run/run-slice.js';
import { type SyncHealth, syncHealth } from './run/sync-health.js';
import type { SyncScope } from './run/sync-scope.js';
import { cardAt } from './stages/listing-pages.js';
import type { StoreSyncOptions } from './store-sync-options.js';

/** A run that shows no sign of life for this long is taken over. */
const HEARTBEAT_MS = 60_000;

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
  private readonly parts: SliceParts;

  constructor(private readonly options: StoreSyncOptions) {
    const { index, limits = limitsOf('paid'), announcer = { announce: async () => {} } } = options;
    this.index = index;
    this.meta = new Meta(index);
    this.queue = new RunQueue(index, this.meta, options.clock);
    this.due = new DueTable(index);
    this.parts = { options, limits, announcer, meta: this.meta, due: this.due, queue: this.queue };
  }

  /**
   * Asks for a run. It begins after this call; a waiting run that will do as much is shared, so the id may
   * not be the one asked for. What is asked for by id stays due until it is done, whatever becomes of the run.
   *
   * @throws SyncError `invalid_ids` or `invalid_since`.
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

  /** Present addresses of products by id, in the order asked for; null for those that have no page or are not known. */
  slugsOf(ids: readonly number[]): (string | null)[] {
    return ids.map((id) => productSlug(this.index, id));
  }

  /** Addresses of the store's pages, part by part: see `pagePaths`. */
  pagePaths(cursor: string | null, limit: number): PagePaths {
    return pagePaths(this.index, cursor, limit);
  }

  /** What lives at an address and can be looked at by id: see `pageEntityAt`. */
  pageEntityAt(path: string): PageEntity | null {
    return pageEntityAt(this.index, path);
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
    const restEndsAt = (last?.heartbeatAt ?? 0) + restAfterFailure(this.meta);
    const workAt = last?.state === 'failed' ? Math.max(dueAt, restEndsAt) : dueAt;
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

  private slice(run: RunRecord): Promise<void> {
    return workSlice(this.parts, run);
  }

  private progressOf(run: RunRecord): RunProgress {
    return runProgress(this.index, run);
  }
}
