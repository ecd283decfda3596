import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeSqliteIndex } from '@maho-storefront/sync-core/node-sqlite';
import type { BackendControl } from '../backend/backend-control.ts';
import { STORE } from '../backend/shop-store.ts';
import { syncToTheEnd } from '../runtime/sync-to-the-end.ts';
import type { WorkerFiles } from '../runtime/worker-files.ts';
import { IsolateHeapWatch } from './isolate-heap-watch.ts';
import { IsolateInspector } from './isolate-inspector.ts';
import { soundRun } from './sound-run.ts';
import { makeStoreSync } from './store-sync-setup.ts';
import type { SyncCase, SyncDriver, SyncFigures, SyncPass } from './sync-figures.ts';
import { ValuelessKvStore } from './valueless-kv-store.ts';
import { WorkerProcess } from './worker-process.ts';
import { workflowFigures } from './workflow-figures.ts';

const RESPOND_ASYNC = { Prefer: 'respond-async' };

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
    await worker.api.call('GET', '/pulse');
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
  const heap = await IsolateHeapWatch.start(inspector, () => worker.api.call('GET', '/pulse'));
  const begin = performance.now();
  const answer = await syncToTheEnd(worker.api, '/sync', driver === 'workflow' ? RESPOND_ASYNC : {});
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
