import { AddressBook } from '../addresses/address-book.js';
import { DIRTY, RedirectBook } from '../addresses/redirect-book.js';
import type { Meta } from '../catalog-index/meta.js';
import type { DueTable } from '../due/due-table.js';
import { SteadyKvStore } from '../kv-store/steady-kv-store.js';
import type { SyncLimits } from '../limits.js';
import type { PulseAnnouncer } from '../ports/pulse-announcer.js';
import { PulsePublisher } from '../pulse/pulse-publisher.js';
import { backendUrl } from '../records/backend-url.js';
import { backendHtml } from '../records/html/backend-html.js';
import { knownPlaces } from '../records/html/known-places.js';
import type { StoreSyncOptions } from '../store-sync-options.js';
import { RecordWriter } from '../writing/record-writer.js';
import { SUSPECT, Suspects } from '../writing/suspects.js';
import { WriteAllowance } from '../writing/write-allowance.js';
import { Backend } from './backend.js';
import { noteKnownStore } from './backend-rest.js';
import { CountingKvStore } from './counting-kv-store.js';
import { isReportable } from './reportable-error.js';
import { RunContext } from './run-context.js';
import { driveSlice, endFaulty } from './run-driver.js';
import { runProgress } from './run-progress.js';
import type { RunQueue } from './run-queue.js';
import { type RetryingEntity, type RunRecord, type RunState, saveRun } from './run-record.js';
import { SliceBudget } from './slice-budget.js';
import { noteRegistry } from './store-registry.js';
import { isById, stagesOf } from './sync-scope.js';
import { settledKeys, syncedCounts } from './synced-counts.js';

/** Entities named one by one among those that are tried again. */
const MAX_RETRYING = 200;
/**
 * Between two publishes at the end of an entity: shorter runs publish once, at their end, and need not wait
 * for the second that KV wants between two writes of the pulse.
 */
const PUBLISH_PAUSE_MS = 5_000;
/** A long run publishes what it has at least this often. */
const PUBLISH_INTERVAL_MS = 60_000;

/** What a slice needs of the sync of its store. */
export interface SliceParts {
  options: StoreSyncOptions;
  limits: SyncLimits;
  announcer: PulseAnnouncer;
  meta: Meta;
  due: DueTable;
  queue: RunQueue;
}

/** Works one slice of a run off; where it has come to is in the index, whatever happened. */
export async function workSlice(parts: SliceParts, run: RunRecord): Promise<void> {
  const { options, limits, announcer, meta, queue } = parts;
  const { clock, index, onFault, onProgress, store } = options;
  const budget = new SliceBudget(limits, clock, () => queue.isAwaited(run));
  const kv = new SteadyKvStore(
    new CountingKvStore(options.kv, () => {
      budget.kvOperations += 1;
    }),
    clock,
  );
  const allowance = new WriteAllowance(meta, clock, limits.kvWritesPerDay);
  const publisher = new PulsePublisher(store, index, meta, kv, clock, announcer, allowance);
  const context = contextOf(parts, run, kv, budget, allowance);
  const rowsBefore = index.rowsWritten;
  try {
    await begin(options, run, publisher);
    const isThrough = await driveSlice(context, async () => {
      onProgress?.(runProgress(index, run));
      await publishSoon(publisher, PUBLISH_PAUSE_MS, run);
    });
    if (isThrough) await finish(options, context, publisher);
    else await publishSoon(publisher, PUBLISH_INTERVAL_MS, run);
    account(run, budget, index.rowsWritten - rowsBefore);
    saveRun(index, run);
    if (isThrough) onProgress?.(runProgress(index, run));
  } catch (error) {
    endFaulty(index, context, error);
    const stage = stagesOf(run.request.scope)[run.stage] ?? null;
    if (!isReportable(error)) onFault?.({ store, run: run.id, stage, error });
  }
}

async function begin(
  { clock, index, registry }: StoreSyncOptions,
  run: RunRecord,
  publisher: PulsePublisher,
): Promise<void> {
  await publisher.continueFromKv();
  if (run.state !== 'queued') return;
  // Before the run counts as begun: whoever takes it over after a crash does not come here again.
  await noteRegistry(index, registry ?? [], clock.now());
  run.state = 'running';
  run.startedAt = clock.now();
  run.heartbeatAt = clock.now();
  saveRun(index, run);
}

async function finish(
  { clock, index, pulseOnEverySync }: StoreSyncOptions,
  context: RunContext,
  publisher: PulsePublisher,
): Promise<void> {
  const { isCancelled, run, tools } = context;
  const isSync = run.request.scope !== 'due' && !isCancelled;
  const refresh = isSync && (pulseOnEverySync === true || run.request.switches.refreshPulse);
  if (isSync && run.report.failures === 0) {
    tools.meta.set('synced-at', new Date(clock.now()).toISOString());
  }
  await reporting(context, () => publisher.publish({ refresh, wait: true }));
  await reporting(context, () => publisher.announce());
  run.synced = syncedCounts(index);
  run.unchanged = Math.max(0, settledKeys(index) - run.report.written);
  run.retrying = retrying(tools.due);
  run.pulse = publisher.current()?.hash ?? null;
  run.state = isCancelled ? 'cancelled' : endState(run);
  if (run.state === 'succeeded') noteKnownStore(tools.meta);
  run.finishedAt = clock.now();
  run.cursor = null;
}

function retrying(due: DueTable): RetryingEntity[] {
  return (['product', 'category'] as const).flatMap((entity) =>
    due.retrying(entity, MAX_RETRYING).map(({ id, at }) => ({ entity, id, at })),
  );
}

function account({ report }: RunRecord, { kvOperations }: SliceBudget, rows: number): void {
  report.slices += 1;
  report.kvOperations += kvOperations;
  report.kvOperationsInSlice = Math.max(report.kvOperationsInSlice, kvOperations);
  report.indexRowsWritten += rows;
}

function contextOf(
  { options, limits, meta, due }: SliceParts,
  run: RunRecord,
  kv: SteadyKvStore,
  budget: SliceBudget,
  allowance: WriteAllowance,
): RunContext {
  const { clock, index, maho, store } = options;
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
