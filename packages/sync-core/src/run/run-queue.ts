import type { Meta } from '../catalog-index/meta.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { Clock } from '../ports/clock.js';
import { findRun, fromRunRow, hasRunEnded, type RunRecord, type RunRequest, saveRun } from './run-record.js';
import { emptyReport } from './run-report.js';

/** Finished runs that are kept. */
const HISTORY = 100;

/**
 * The runs of a store: one at a time, in the order they were asked for. A request is satisfied only by a
 * run that begins after it arrived; requests for the same thing share the one that waits.
 */
export class RunQueue {
  constructor(
    private readonly index: CatalogIndex,
    private readonly meta: Meta,
    private readonly clock: Clock,
  ) {}

  /** @param id id of the run if it has to be made; a waiting run that is shared keeps its own. */
  request(id: string, request: RunRequest): RunRecord {
    const known = findRun(this.index, id);
    if (known) return known;
    const shared = this.waiting().find((run) => isSameRequest(run.request, request));
    return shared ?? this.index.transaction(() => this.enqueue(id, request));
  }

  /** The run to work on: the one under way, else the one that waits longest. */
  current(): RunRecord | null {
    const [row] = this.index.scan('runs', { by: 'byState', equals: ['running'], limit: 1 });
    return row ? fromRunRow(row) : (this.waiting(1)[0] ?? null);
  }

  /** Latest first. */
  history(limit: number): RunRecord[] {
    const last = Number(this.meta.get('run-number') ?? 0);
    return this.index
      .scan('runs', { by: 'byNumber', after: [last - limit] })
      .map(fromRunRow)
      .reverse();
  }

  private waiting(limit?: number): RunRecord[] {
    const scan = { by: 'byState', equals: ['queued'], ...(limit === undefined ? {} : { limit }) };
    return this.index.scan('runs', scan).map(fromRunRow);
  }

  private enqueue(id: string, request: RunRequest): RunRecord {
    const number = Number(this.meta.get('run-number') ?? 0) + 1;
    const now = this.clock.now();
    const run: RunRecord = {
      id,
      number,
      state: 'queued',
      heartbeatAt: now,
      request,
      createdAt: now,
      startedAt: 0,
      finishedAt: 0,
      stage: 0,
      cursor: null,
      complete: [],
      broken: [],
      held: [],
      report: emptyReport(),
      synced: null,
      unchanged: 0,
      retrying: [],
      pulse: null,
    };
    this.meta.set('run-number', String(number));
    saveRun(this.index, run);
    for (const old of this.index.scan('runs', { by: 'byNumber', upTo: number - HISTORY })) {
      if (!hasRunEnded(fromRunRow(old))) continue;
      this.index.delete('runs', [old.id]);
      this.meta.delete(`cancel:${old.id}`);
    }
    return run;
  }
}

/** Two requests that one run can satisfy; who asked matters only in that a schedule's run reconciles. */
function isSameRequest(a: RunRequest, b: RunRequest): boolean {
  return (
    a.scope === b.scope &&
    a.switches.allowPrune === b.switches.allowPrune &&
    a.switches.refreshPulse === b.switches.refreshPulse &&
    a.switches.rebuild === b.switches.rebuild &&
    (a.trigger === 'schedule') === (b.trigger === 'schedule')
  );
}
