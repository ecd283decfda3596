import type { RunState } from './run-record.js';
import type { StageName } from './sync-scope.js';

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
