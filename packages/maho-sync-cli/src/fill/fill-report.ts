import type { RunRecord, StoreSync } from '@maho-storefront/sync-core';
import type { Progress, Result } from '../deployment/answers.js';

/** A fill's progress, as that of any sync. */
export function fillProgress(store: string, sync: StoreSync, runId: string): Progress {
  const progress = sync.progress(runId);
  const run = sync.findRun(runId);
  const [state, products] = [progress?.state ?? 'queued', progress?.products ?? { listed: 0, inKv: 0 }];
  const { written, deleted, failures } = run?.report ?? { written: 0, deleted: 0, failures: 0 };
  return {
    state,
    run: runId,
    type: 'full',
    products,
    stores: [{ code: store, state, stage: progress?.stage ?? null, written, deleted, failed: failures }],
  };
}

/** What a fill did, as of any sync that has ended. */
export function fillResult(filled: readonly { store: string; run: RunRecord }[]): Result {
  const isSuccess = filled.every(({ run }) => run.state === 'succeeded');
  const sum = (count: (run: RunRecord) => number) => filled.reduce((total, { run }) => total + count(run), 0);
  return {
    state: isSuccess ? 'succeeded' : 'failed',
    run: filled.map(({ run }) => run.id).join(' '),
    success: isSuccess,
    duration: seconds(sum(spanOf)),
    written: sum(({ report }) => report.written),
    unchanged: sum(({ unchanged }) => unchanged),
    deleted: sum(({ report }) => report.deleted),
    deferred: sum(({ report }) => report.deferred),
    retrying: filled.flatMap(({ run }) => run.retrying),
    failed: filled.flatMap(({ run }) => run.report.failed),
    stores: filled.map(({ store, run }) => ({
      code: store,
      state: run.state,
      written: run.report.written,
      unchanged: run.unchanged,
      deleted: run.report.deleted,
      failed: run.report.failures,
      duration: seconds(spanOf(run)),
    })),
  };
}

function spanOf({ startedAt, finishedAt }: RunRecord): number {
  return Math.max(0, finishedAt - startedAt);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)}s`;
}
