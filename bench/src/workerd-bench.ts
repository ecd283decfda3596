import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasRunEnded } from '@maho-storefront/sync-core';
import { openNodeSqliteIndex } from '@maho-storefront/sync-core/node-sqlite';
import * as z from 'zod';
import type { BackendControl } from './backend-control.ts';
import { IsolateHeapWatch } from './isolate-heap-watch.ts';
import { IsolateInspector } from './isolate-inspector.ts';
import { soundRun } from './sound-run.ts';
import { makeStoreSync, STORE } from './store-sync-setup.ts';
import type { SyncCase, SyncDriver, SyncFigures, SyncPass } from './sync-figures.ts';
import { ValuelessKvStore } from './valueless-kv-store.ts';
import type { WorkerFiles } from './worker-files.ts';
import { WorkerProcess } from './worker-process.ts';
import { workflowFigures } from './workflow-figures.ts';

/** A look at a large store's progress counts its products. */
const POLL_MS = 2_000;

const RESPOND_ASYNC = { Prefer: 'respond-async' };

const started = z.object({ run: z.string() });
const standing = z.object({ state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']) });
const ended = z.object({
  written: z.number(),
  deleted: z.number(),
  run: z.string(),
  stores: z.tuple([z.object({ run: z.string() })]),
});

/** What is known of a sync while the runtime lives; the rest is in the store's index. */
interface ObservedPass extends Omit<SyncFigures, ReportedFigure> {
  runId: string;
}
type ReportedFigure = 'requestsByCause' | 'kvOperations' | 'kvOperationsInSlice' | 'slices' | 'rowsWritten';

/** Syncs twice by `POST /sync` of the built Worker, over the local runtime's KV and Durable Objects. */
export async function measureInWorkerd(
  files: WorkerFiles,
  backend: BackendControl,
  syncCase: SyncCase,
  driver: SyncDriver,
): Promise<SyncFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sync-bench-workerd-'));
  try {
    const worker = await WorkerProcess.start(files, backend.url, folder);
    const observed = await observePasses(worker, backend, syncCase, driver);
    const index = openNodeSqliteIndex(await worker.catalogFile());
    const sync = makeStoreSync(backend.url, index, new ValuelessKvStore(STORE));
    return observed.map(({ runId, ...figures }) => {
      const { requests, kvOperations, kvOperationsInSlice, slices, indexRowsWritten } = soundRun(
        sync,
        runId,
      ).report;
      const rowsWritten = indexRowsWritten;
      return {
        ...figures,
        requestsByCause: requests,
        kvOperations,
        kvOperationsInSlice,
        slices,
        rowsWritten,
      };
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function observePasses(
  worker: WorkerProcess,
  backend: BackendControl,
  syncCase: SyncCase,
  driver: SyncDriver,
): Promise<ObservedPass[]> {
  try {
    // Starts both kinds of objects, so that the baseline has them.
    await worker.call('GET', '/pulse');
    const inspector = await IsolateInspector.connect(await worker.inspectorUrl());
    const first = await observePass(worker, inspector, backend, driver, { ...syncCase, pass: 'first' });
    const repeat = await observePass(worker, inspector, backend, driver, { ...syncCase, pass: 'repeat' });
    inspector.close();
    return [first, repeat];
  } finally {
    await worker.stop();
  }
}

async function observePass(
  worker: WorkerProcess,
  inspector: IsolateInspector,
  backend: BackendControl,
  driver: SyncDriver,
  pass: SyncCase & { pass: SyncPass },
): Promise<ObservedPass> {
  await backend.resetCounts();
  const heap = await IsolateHeapWatch.start(inspector, () => worker.call('GET', '/pulse'));
  const begin = performance.now();
  const answer = await syncToTheEnd(worker, driver);
  const wallMs = performance.now() - begin;
  const { peakBytes, retainedBytes } = await heap.stop();
  const { requests, highestInFlight } = await backend.counts();
  return {
    runtime: 'workerd',
    ...pass,
    runId: answer.stores[0].run,
    wallMs,
    backendRequests: requests,
    highestInFlight,
    kvWrites: answer.written,
    kvDeletes: answer.deleted,
    kvBytes: null,
    heapPeakBytes: peakBytes,
    heapRetainedBytes: retainedBytes,
    workflow: workflowFigures(answer.run, await worker.notedSteps()),
  };
}

/** A sync that takes longer than the Worker waits is answered with where to ask for it. */
async function syncToTheEnd(worker: WorkerProcess, driver: SyncDriver): Promise<z.output<typeof ended>> {
  const answer = await worker.call('POST', '/sync', driver === 'workflow' ? RESPOND_ASYNC : {});
  const direct = ended.safeParse(answer);
  if (direct.success) return direct.data;
  const { run } = started.parse(answer);
  for (;;) {
    const report = await worker.call('GET', `/sync/runs/${run}`);
    const { state } = standing.parse(report);
    if (hasRunEnded({ state })) return ended.parse(report);
    await sleep(POLL_MS);
  }
}
