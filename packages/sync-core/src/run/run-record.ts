import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { emptyReport, type RunReport } from './run-report.js';
import type { SyncEntity, SyncScope } from './sync-scope.js';

/** `visitor`: somebody who looks at a page asked whether it is still true. */
export type RunTrigger = 'request' | 'schedule' | 'alarm' | 'visitor';

export interface RunSwitches {
  /** Believe that most of an entity is really gone. */
  allowPrune: boolean;
  /** Move the pulse even if nothing changed. */
  refreshPulse: boolean;
  /** Compare every key with KV, whatever the index says. */
  rebuild: boolean;
}

export const NO_SWITCHES: RunSwitches = { allowPrune: false, refreshPulse: false, rebuild: false };

export interface RunRequest {
  scope: SyncScope;
  trigger: RunTrigger;
  switches: RunSwitches;
  /** Of a by-id scope: what to look at, positive whole numbers in any order, repetitions allowed. */
  ids?: readonly number[];
  /**
   * Of a run of changes: read what was saved since then as well, epoch ms. A moment after the last reading leaves
   * nothing out: what was saved since that reading is read in any case.
   */
  updatedSince?: number;
}

export type RunState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** An entity that is due again because it failed. */
export interface RetryingEntity {
  entity: 'product' | 'category';
  id: number;
  /** When it is tried again, epoch ms. */
  at: number;
}

/** Counts of records true in KV, by type. */
export interface SyncedCounts {
  config: number;
  categories: number;
  products: number;
  cmsPages: number;
  blogPosts: number;
  countries: number;
}

/** A run as the index keeps it. Times are epoch ms, 0 = not yet. */
export interface RunRecord {
  id: string;
  number: number;
  state: RunState;
  heartbeatAt: number;
  /** Without the ids: those are due, each on its own. */
  request: Omit<RunRequest, 'ids'>;
  /** Ids that were asked for by all requests that share the run; 0 for a scope that is not by id. */
  asked: number;
  createdAt: number;
  startedAt: number;
  finishedAt: number;
  /** Position in the scope's stages. */
  stage: number;
  /** Where the present stage stands; its own business; null = not begun. */
  cursor: unknown;
  /** Entities read to the end in this run. */
  complete: SyncEntity[];
  /** Entities that could not be read to the end: nothing of them is deleted. */
  broken: SyncEntity[];
  /** Entities that nothing more is done to in this run. */
  held: SyncEntity[];
  report: RunReport;
  synced: SyncedCounts | null;
  /** Keys true in KV at the end that this run did not write. */
  unchanged: number;
  /** At the end of the run: what failed and will be tried again without being asked, at most `MAX_RETRYING`. */
  retrying: RetryingEntity[];
  /** Pulse at the end of the run. */
  pulse: string | null;
}

type RunBody = Omit<RunRecord, 'id' | 'number' | 'state' | 'heartbeatAt'>;

export function toRunRow({ id, number, state, heartbeatAt, ...body }: RunRecord): IndexRow<'runs'> {
  return { id, number, state, heartbeatAt, body: JSON.stringify(body satisfies RunBody) };
}

export function fromRunRow({ body, ...row }: IndexRow<'runs'>): RunRecord {
  // Written by `toRunRow` and by nothing else; an earlier version may have lacked fields.
  const known = JSON.parse(body) as RunBody;
  const report = { ...emptyReport(), ...known.report };
  return { ...known, asked: known.asked ?? 0, report, ...row, state: row.state as RunState };
}

/** Whether nothing more will happen in a run. */
export function hasRunEnded({ state }: { state: RunState }): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'cancelled';
}

export function findRun(index: CatalogIndex, id: string): RunRecord | null {
  const row = index.get('runs', [id]);
  return row ? fromRunRow(row) : null;
}

export function saveRun(index: CatalogIndex, run: RunRecord): void {
  index.put('runs', toRunRow(run));
}
