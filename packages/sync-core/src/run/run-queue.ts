import type { Meta } from '../catalog-index/meta.js';
import { DueTable } from '../due/due-table.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { Clock } from '../ports/clock.js';
import { requestedIds } from './requested-ids.js';
import { requireSoundSince } from './requested-since.js';
import {
  findRun,
  fromRunRow,
  hasRunEnded,
  type RunRecord,
  type RunRequest,
  type RunState,
  saveRun,
} from './run-record.js';
import { emptyReport } from './run-report.js';
import { entityTypeOf, isById } from './sync-scope.js';

/** Finished runs that are kept. */
const HISTORY = 100;
/** A long run begins, and then gets a slice, at least this often, however many by-id runs pass it. */
const PATIENCE_MS = 60_000;

/**
 * The runs of a store: one slice at a time, in the order they were asked for, except that by-id runs pass the
 * others. A request is satisfied only by a run that begins after it arrived; requests for the same thing share
 * the one that waits.
 */
export class RunQueue {
  private readonly due: DueTable;

  constructor(
    private readonly index: CatalogIndex,
    private readonly meta: Meta,
    private readonly clock: Clock,
  ) {
    this.due = new DueTable(index);
  }

  /**
   * Asks for a run. Ids are due from here on, whatever becomes of the run: who asks may have forgotten them.
   *
   * @param id id of the run if it has to be made; a waiting run that is shared keeps its own.
   * @throws SyncError `invalid_ids` or `invalid_since`; then nothing was asked for.
   */
  request(id: string, request: RunRequest): RunRecord {
    const ids = requestedIds(request);
    requireSoundSince(request, this.clock.now());
    const known = findRun(this.index, id);
    if (known) return known;
    return this.index.transaction(() => this.note(this.shareOrEnqueue(id, request), ids));
  }

  /** The run to work on: one by id, else the one under way, else the one that waits longest. */
  current(): RunRecord | null {
    const running = this.inState('running');
    const long = running.find((run) => !isUrgent(run)) ?? null;
    if (long && !this.mayBePassed(long)) return long;
    const queued = this.inState('queued');
    // Where no long run is under way the one that waits longest is next, but not in the middle of a by-id run.
    const overdue = long ? undefined : queued.find((run) => this.hasWaitedTooLong(run));
    return running.find(isUrgent) ?? overdue ?? queued.find(isUrgent) ?? long ?? queued[0] ?? null;
  }

  /** Whether a by-id run waits for this one to give way, as soon as the work in hand is done. */
  isAwaited(run: RunRecord): boolean {
    if (isUrgent(run) || run.stage === 0) return false;
    const isPassed = this.index.count('runs', { by: 'byState', equals: ['running'] }) > 1;
    return isPassed || this.inState('queued').some(isUrgent);
  }

  /** Latest first. */
  history(limit: number): RunRecord[] {
    const last = Number(this.meta.get('run-number') ?? 0);
    return this.index
      .scan('runs', { by: 'byNumber', after: [last - limit] })
      .map(fromRunRow)
      .reverse();
  }

  /**
   * Not while a run compares the index with KV: what an index does not know yet must not be decided on. Nor for
   * ever.
   */
  private mayBePassed(long: RunRecord): boolean {
    return long.stage > 0 && this.clock.now() - long.heartbeatAt < PATIENCE_MS;
  }

  /** One that was put off, because its turn comes later, has waited since then only. */
  private hasWaitedTooLong(run: RunRecord): boolean {
    const since = Math.max(run.createdAt, run.heartbeatAt);
    return !isUrgent(run) && this.clock.now() - since >= PATIENCE_MS;
  }

  /** In the order they were asked for. */
  private inState(state: RunState): RunRecord[] {
    return this.index.scan('runs', { by: 'byState', equals: [state] }).map(fromRunRow);
  }

  private shareOrEnqueue(id: string, { ids: _, ...request }: RunRequest): RunRecord {
    const shared = this.inState('queued').find((run) => isSameRequest(run.request, request));
    return shared ?? this.enqueue(id, request);
  }

  /** Makes ids due for a run that waits. */
  private note(run: RunRecord, ids: readonly number[]): RunRecord {
    const { scope } = run.request;
    if (!isById(scope)) return run;
    const type = entityTypeOf(scope);
    for (const id of ids) this.due.request(type, id, this.clock.now());
    const noted = { ...run, asked: run.asked + ids.length };
    saveRun(this.index, noted);
    return noted;
  }

  private enqueue(id: string, request: RunRecord['request']): RunRecord {
    const number = Number(this.meta.get('run-number') ?? 0) + 1;
    const now = this.clock.now();
    const run: RunRecord = {
      id,
      number,
      state: 'queued',
      heartbeatAt: now,
      request,
      asked: 0,
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

function isUrgent(run: RunRecord): boolean {
  return isById(run.request.scope);
}

/** Two requests that one run can satisfy; who asked matters only in that a schedule's run reconciles. */
function isSameRequest(a: RunRecord['request'], b: RunRecord['request']): boolean {
  return (
    a.scope === b.scope &&
    a.updatedSince === b.updatedSince &&
    a.switches.allowPrune === b.switches.allowPrune &&
    a.switches.refreshPulse === b.switches.refreshPulse &&
    a.switches.rebuild === b.switches.rebuild &&
    (a.trigger === 'schedule') === (b.trigger === 'schedule')
  );
}
