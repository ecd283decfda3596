import type { PageEntity, RunRequest, RunState } from '@maho-storefront/sync-core';
import { expect, test } from 'vitest';
import { FreshnessDesk } from './freshness-desk.js';

const NOON = Date.UTC(2026, 10, 27, 12);
const MINUTE_MS = 60_000;

/** A store with a product at every path that is a number. */
function scene(known: Partial<PageEntity> = {}, lastState: RunState = 'succeeded') {
  const clock = { ms: NOON };
  const asked: RunRequest[] = [];
  const sync = {
    pageEntityAt: (path: string): PageEntity | null =>
      /^\d+$/.test(path)
        ? { type: 'product', id: Number(path), lookedAt: 0, isAwaited: false, ...known }
        : null,
    request(request: RunRequest) {
      asked.push(request);
      return { id: `run-${asked.length}` };
    },
    history: () => [{ state: lastState, finishedAt: NOON - 10_000 }],
  };
  const desk = new FreshnessDesk(() => clock.ms);
  return { clock, asked, ask: (path: string) => desk.ask(sync, path) };
}

test('asks for a by-id run of what lives at the path', () => {
  const { ask, asked } = scene();
  expect(ask('7')).toEqual({ kind: 'begun', entity: { type: 'product', id: 7 }, runId: 'run-1' });
  expect(asked).toEqual([
    {
      scope: 'products-by-id',
      trigger: 'visitor',
      switches: { allowPrune: false, refreshPulse: false, rebuild: false },
      ids: [7],
    },
  ]);
  const category = scene({ type: 'category' });
  category.ask('3');
  expect(category.asked).toMatchObject([{ scope: 'categories-by-id', ids: [3] }]);
});

test('asks for nothing where nothing lives, however often', () => {
  const { ask, asked } = scene();
  for (let n = 0; n < 100; n += 1) expect(ask('nowhere')).toEqual({ kind: 'unknown' });
  expect(asked).toEqual([]);
  expect(ask('7').kind).toBe('begun');
});

test('asks once in five minutes for one thing, whatever became of it', () => {
  const { ask, asked, clock } = scene();
  const entity = { type: 'product', id: 7 };
  ask('7');
  clock.ms += 5 * MINUTE_MS - 1;
  expect(ask('7')).toEqual({ kind: 'recent', entity, lookedAt: NOON });
  expect(asked).toHaveLength(1);
  clock.ms += 1;
  expect(ask('7').kind).toBe('begun');
});

test('knows from the index what was read for another reason, also when this process is new', () => {
  const { ask, asked, clock } = scene({ lookedAt: NOON - MINUTE_MS });
  expect(ask('7')).toEqual({
    kind: 'recent',
    entity: { type: 'product', id: 7 },
    lookedAt: NOON - MINUTE_MS,
  });
  expect(asked).toEqual([]);
  clock.ms += 4 * MINUTE_MS;
  expect(ask('7').kind).toBe('begun');
});

test('shares what is going to be looked at anyway, and takes nothing of the budget for it', () => {
  const { ask, asked } = scene({ isAwaited: true });
  for (let n = 0; n < 100; n += 1) expect(ask(`${n}`).kind).toBe('awaited');
  expect(asked).toEqual([]);
});

test('begins twenty looks a minute and says when there is the next', () => {
  const { ask, asked, clock } = scene();
  const kinds = Array.from({ length: 50 }, (_, n) => ask(`${n}`).kind);
  expect(kinds.filter((kind) => kind === 'begun')).toHaveLength(20);
  expect(ask('99')).toEqual({ kind: 'refused', retryAfterMs: 3_000 });
  clock.ms += 3_000;
  expect(ask('99').kind).toBe('begun');
  expect(ask('98')).toEqual({ kind: 'refused', retryAfterMs: 3_000 });
  expect(asked).toHaveLength(21);
});

test('leaves the backend in peace for a minute after a sync that failed', () => {
  const { ask, asked, clock } = scene({}, 'failed');
  expect(ask('7')).toEqual({ kind: 'refused', retryAfterMs: 50_000 });
  clock.ms += 50_000;
  expect(ask('7').kind).toBe('begun');
  expect(asked).toHaveLength(1);
});
