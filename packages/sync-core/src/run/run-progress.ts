import type { CatalogIndex } from '../ports/catalog-index.js';
import { hasRunEnded, type RunRecord, type RunState } from './run-record.js';
import { type StageName, stagesOf } from './sync-scope.js';
import { settledRecords } from './synced-counts.js';

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

export function runProgress(index: CatalogIndex, run: RunRecord): RunProgress {
  return {
    id: run.id,
    state: run.state,
    stage: hasRunEnded(run) ? null : (stagesOf(run.request.scope)[run.stage] ?? null),
    products: {
      listed: index.count('products', { by: 'byListed', equals: [1] }),
      inKv: settledRecords(index, 'product'),
    },
  };
}
