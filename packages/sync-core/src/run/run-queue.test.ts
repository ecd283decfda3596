import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { Meta } from '../catalog-index/meta.js';
import { DueTable } from '../due/due-table.js';
import { TestClock } from '../testing/test-clock.js';
import { RunQueue } from './run-queue.js';
import { findRun, NO_SWITCHES, type RunRequest, type RunState, saveRun } from './run-record.js';
import type { SyncScope } from './sync-scope.js';

let index = new MemoryCatalogIndex();
let clock = new TestClock();
let queue = openQueue();

function openQueue(): RunQueue {
  return new RunQueue(index, new Meta(index), clock);
}

beforeEach(() => {
  index = new MemoryCatalogIndex();
  clock = new TestClock();
  queue = openQueue();
});

function requestFor(scope: SyncScope, fields: Partial<RunRequest> = {}): RunRequest {
  return { scope, trigger: 'request', switches: NO_SWITCHES, ...fields };
}

function turn(id: string, state: RunState): void {
  const run = findRun(index, id);
  if (!run) throw new Error(`No run ${id}`);
  saveRun(index, { ...run, state });
}

describe('a request', () => {
  it('becomes a waiting run that holds what was asked for and when', () => {
    const run = queue.request('r1', requestFor('products'));
    expect(run).toMatchObject({
      id: 'r1',
      number: 1,
      state: 'queued',
      request: requestFor('products'),
      createdAt: clock.now(),
      heartbeatAt: clock.now(),
      startedAt: 0,
      stage: 0,
    });
    expect(findRun(index, 'r1')).toEqual(run);
  });

  it('shares the run that waits for the same thing', () => {
    queue.request('r1', requestFor('full'));
    expect(queue.request('r2', requestFor('full')).id).toBe('r1');
    expect(findRun(index, 'r2')).toBeNull();
  });

  it('never shares a run that has begun: it may have read the backend before the request', () => {
    queue.request('r1', requestFor('full'));
    turn('r1', 'running');
    expect(queue.request('r2', requestFor('full')).id).toBe('r2');
    expect(queue.request('r3', requestFor('full')).id).toBe('r2');
    expect(queue.history(10)).toHaveLength(2);
  });

  it('never shares a run that has ended', () => {
    queue.request('r1', requestFor('full'));
    turn('r1', 'succeeded');
    expect(queue.request('r2', requestFor('full')).id).toBe('r2');
  });

  it.each<[string, RunRequest]>([
    ['another scope', requestFor('products')],
    ['allowPrune', requestFor('full', { switches: { ...NO_SWITCHES, allowPrune: true } })],
    ['refreshPulse', requestFor('full', { switches: { ...NO_SWITCHES, refreshPulse: true } })],
    ['rebuild', requestFor('full', { switches: { ...NO_SWITCHES, rebuild: true } })],
    ['a schedule, whose run compares with KV', requestFor('full', { trigger: 'schedule' })],
    ['another moment', requestFor('changes', { updatedSince: 1 })],
  ])('does not share a run where it asks for %s', (_what, other) => {
    queue.request('r1', requestFor('full'));
    queue.request('c1', requestFor('changes'));
    expect(queue.request('r2', other).id).toBe('r2');
    expect(queue.request('r3', other).id).toBe('r2');
  });

  it('shares a run whether a person or the alarm asked for it', () => {
    queue.request('r1', requestFor('due', { trigger: 'alarm' }));
    expect(queue.request('r2', requestFor('due')).id).toBe('r1');
  });

  it('made twice under one id is one request, even after its run has ended', () => {
    queue.request('r1', requestFor('full'));
    turn('r1', 'failed');
    expect(queue.request('r1', requestFor('full'))).toMatchObject({ id: 'r1', state: 'failed' });
    expect(queue.history(10)).toHaveLength(1);
  });
});

describe('the order of runs', () => {
  it('is that of the requests', () => {
    for (const [id, scope] of [
      ['z', 'full'],
      ['a', 'products'],
      ['m', 'config'],
    ] as const) {
      queue.request(id, requestFor(scope));
    }
    const order: (string | undefined)[] = [];
    for (let run = queue.current(); run; run = queue.current()) {
      order.push(run.id);
      turn(run.id, 'succeeded');
    }
    expect(order).toEqual(['z', 'a', 'm']);
  });

  it('finishes what is under way first', () => {
    queue.request('r1', requestFor('full'));
    queue.request('r2', requestFor('products'));
    turn('r2', 'running');
    expect(queue.current()?.id).toBe('r2');
  });

  it('is nothing when nobody asked', () => {
    expect(queue.current()).toBeNull();
    expect(queue.history(10)).toEqual([]);
  });

  it('is known to a new process', () => {
    queue.request('r1', requestFor('full'));
    queue.request('r2', requestFor('products'));
    const reopened = openQueue();
    expect(reopened.current()?.id).toBe('r1');
    expect(reopened.request('r3', requestFor('config')).number).toBe(3);
  });
});

describe('a request by id', () => {
  const byId = (ids: number[], fields: Partial<RunRequest> = {}) =>
    requestFor('products-by-id', { ids, ...fields });
  const dueIds = () =>
    new DueTable(index).takeFor('requested', 'product', clock.now(), 100).map(({ id }) => id);

  it('makes its ids due with the run, which does not carry them', () => {
    const run = queue.request('r1', byId([5, 7]));
    expect(run).toMatchObject({ asked: 2, request: { scope: 'products-by-id' } });
    expect(run.request).not.toHaveProperty('ids');
    expect(dueIds()).toEqual([5, 7]);
  });

  it('shares the run that waits, and adds its ids', () => {
    queue.request('r1', byId([5, 7]));
    expect(queue.request('r2', byId([9]))).toMatchObject({ id: 'r1', asked: 3 });
    expect(dueIds()).toEqual([5, 7, 9]);
  });

  it('gets a run to follow one that has begun, and all later ones share it', () => {
    queue.request('r1', byId([5]));
    turn('r1', 'running');
    for (const id of ['r2', 'r3', 'r4']) expect(queue.request(id, byId([5])).id).toBe('r2');
    expect(queue.history(10)).toHaveLength(2);
  });

  it('leaves nothing behind where an id is wrong', () => {
    expect(() => queue.request('r1', byId([5, -1]))).toThrow(/positive whole number/);
    expect(dueIds()).toEqual([]);
    expect(queue.current()).toBeNull();
  });

  it('made twice under one id asks once', () => {
    queue.request('r1', byId([5]));
    turn('r1', 'succeeded');
    new DueTable(index).replace('product', 5, null);
    queue.request('r1', byId([5]));
    expect(dueIds()).toEqual([]);
  });

  it('keeps products and categories apart', () => {
    queue.request('r1', byId([5]));
    expect(queue.request('r2', requestFor('categories-by-id', { ids: [5] })).id).toBe('r2');
    expect(new DueTable(index).get('category', 5)).toMatchObject({ reason: 'requested' });
  });
});

describe('a by-id run', () => {
  const begin = (id: string, scope: SyncScope, stage: number) => {
    const run = queue.request(id, requestFor(scope));
    saveRun(index, { ...run, state: 'running', stage, heartbeatAt: clock.now() });
    const begun = findRun(index, id);
    if (!begun) throw new Error(`No run ${id}`);
    return begun;
  };
  const ask = (id: string) => queue.request(id, requestFor('products-by-id', { ids: [1] }));

  it('passes longer runs that wait, and the one under way', () => {
    const full = begin('full', 'full', 3);
    queue.request('later', requestFor('products'));
    expect(queue.isAwaited(full)).toBe(false);
    ask('urgent');
    expect(queue.isAwaited(full)).toBe(true);
    expect(queue.current()?.id).toBe('urgent');
    turn('urgent', 'running');
    expect(queue.isAwaited(full)).toBe(true);
    turn('urgent', 'succeeded');
    expect(queue.isAwaited(full)).toBe(false);
    expect(queue.current()?.id).toBe('full');
  });

  it('waits while a run compares the index with KV: what is not known yet cannot be decided on', () => {
    const full = begin('full', 'full', 0);
    ask('urgent');
    expect(queue.isAwaited(full)).toBe(false);
    expect(queue.current()?.id).toBe('full');
  });

  it('is not passed itself', () => {
    ask('first');
    turn('first', 'running');
    queue.request('second', requestFor('categories-by-id', { ids: [1] }));
    expect(queue.current()?.id).toBe('first');
  });

  it.each(['full', 'changes', 'due'] as const)(
    'lets a %s run begin that has waited for a minute, however many by-id runs keep coming',
    (scope) => {
      queue.request('long', requestFor(scope));
      const begun: string[] = [];
      for (let n = 0; n < 4; n += 1) {
        ask(`urgent-${n}`);
        const run = queue.current();
        if (!run) throw new Error('There is no run');
        begun.push(run.id);
        turn(run.id, 'succeeded');
        clock.advance(20_000);
      }
      expect(begun).toEqual(['urgent-0', 'urgent-1', 'urgent-2', 'long']);
    },
  );

  it('is done before a longer one begins, and one whose turn comes later has not waited yet', () => {
    queue.request('long', requestFor('full'));
    clock.advance(60_000);
    ask('urgent');
    turn('urgent', 'running');
    expect(queue.current()?.id).toBe('urgent');
    turn('urgent', 'queued');
    expect(queue.current()?.id).toBe('long');
    const long = findRun(index, 'long');
    if (long) saveRun(index, { ...long, heartbeatAt: clock.now() });
    expect(queue.current()?.id).toBe('urgent');
  });

  it('lets a longer run have a slice once that has waited for a minute', () => {
    begin('full', 'full', 3);
    ask('urgent');
    clock.advance(59_999);
    expect(queue.current()?.id).toBe('urgent');
    clock.advance(1);
    expect(queue.current()?.id).toBe('full');
  });
});

describe('the history', () => {
  const runMany = (runs: number) => {
    for (let n = 1; n <= runs; n += 1) {
      queue.request(`r${n}`, requestFor('full'));
      turn(`r${n}`, 'succeeded');
    }
  };

  it('has the latest run first, as many as asked for', () => {
    runMany(5);
    expect(queue.history(3).map(({ id }) => id)).toEqual(['r5', 'r4', 'r3']);
    expect(queue.history(50)).toHaveLength(5);
  });

  it('keeps the last hundred runs and forgets older ones', () => {
    runMany(130);
    expect(index.count('runs', {})).toBe(100);
    const kept = queue.history(1_000);
    expect([kept.at(0)?.number, kept.at(-1)?.number]).toEqual([130, 31]);
    expect(findRun(index, 'r30')).toBeNull();
  });
});
