import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRunEnded, NO_SWITCHES, type RunRecord, type StoreSync } from '@maho-storefront/sync-core';
import { openNodeSqliteIndex } from '@maho-storefront/sync-core/node-sqlite';
import type { BackendControl } from '../backend/backend-control.ts';
import { STORE } from '../backend/shop-store.ts';
import { HeapWatch } from './heap-watch.ts';
import { soundRun } from './sound-run.ts';
import { makeStoreSync } from './store-sync-setup.ts';
import type { SyncCase, SyncFigures, SyncPass } from './sync-figures.ts';
import { ValuelessKvStore } from './valueless-kv-store.ts';

/**
 * Syncs twice in this process, over SQLite in a file and a KV that keeps no values. The process should be new:
 * what somebody else leaves on the heap and V8 frees later would count as memory that the sync gave back.
 */
export async function measureInNode(backend: BackendControl, syncCase: SyncCase): Promise<SyncFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sync-bench-node-'));
  try {
    const index = openNodeSqliteIndex(join(folder, 'index.sqlite'));
    const kv = new ValuelessKvStore(STORE);
    const sync = makeStoreSync(backend.url, index, kv);
    const first = await measurePass(backend, sync, kv, { ...syncCase, pass: 'first' });
    const repeat = await measurePass(backend, sync, kv, { ...syncCase, pass: 'repeat' });
    return [first, repeat];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measurePass(
  backend: BackendControl,
  sync: StoreSync,
  kv: ValuelessKvStore,
  pass: SyncCase & { pass: SyncPass },
): Promise<SyncFigures> {
  await backend.resetCounts();
  const before = { ...kv.counts };
  const operationsBefore = kv.operations;
  const heap = await HeapWatch.start();
  const begin = performance.now();
  const { run, kvOperationsInSlice } = await driveRun(sync, kv, heap);
  const wallMs = performance.now() - begin - heap.pausedMs;
  heap.stop();
  const { requests, highestInFlight } = await backend.counts();
  return {
    runtime: 'node',
    ...pass,
    wallMs,
    backendRequests: requests,
    requestsByCause: run.report.requests,
    highestInFlight,
    kvWrites: kv.counts.puts - before.puts,
    kvDeletes: kv.counts.deletes - before.deletes,
    kvBytes: kv.counts.bytes - before.bytes,
    kvOperations: kv.operations - operationsBefore,
    kvOperationsInSlice,
    slices: run.report.slices,
    rowsWritten: run.report.indexRowsWritten,
    heapPeakBytes: heap.peakBytes,
    heapRetainedBytes: heap.retainedBytes,
    workflow: null,
  };
}

/** Works a full run off slice by slice. */
async function driveRun(
  sync: StoreSync,
  kv: ValuelessKvStore,
  heap: HeapWatch,
): Promise<{ run: RunRecord; kvOperationsInSlice: number }> {
  const { id } = sync.request({ scope: 'full', trigger: 'request', switches: NO_SWITCHES });
  let kvOperationsInSlice = 0;
  for (;;) {
    const before = kv.operations;
    const { state } = await sync.advance(id);
    kvOperationsInSlice = Math.max(kvOperationsInSlice, kv.operations - before);
    await heap.collect();
    if (hasRunEnded({ state })) return { run: soundRun(sync, id), kvOperationsInSlice };
  }
}
