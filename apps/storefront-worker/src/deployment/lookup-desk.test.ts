import { expect, test } from 'vitest';
import { type Admission, LookupDesk } from './lookup-desk.js';

/** A clock on which a sleep takes no time but its own. */
function scene({ seats = 6 } = {}) {
  const clock = {
    ms: 1_000,
    now: () => clock.ms,
    sleep: async (ms: number) => {
      clock.ms += ms;
    },
  };
  const room = { seats };
  return { clock, room, desk: new LookupDesk(clock, () => room.seats) };
}

const idOf = (admission: Admission) => ('id' in admission ? admission.id : null);

test('lets 60 unknown paths a minute through, and says when the next may come', async () => {
  const { desk } = scene();
  const admissions: Admission[] = [];
  for (let n = 0; n < 10_000; n += 1) {
    const admission = await desk.admit('path');
    admissions.push(admission);
    desk.end(idOf(admission) ?? '');
  }
  expect(admissions.filter((admission) => 'id' in admission)).toHaveLength(60);
  expect(admissions.at(-1)).toEqual({ retryAfterMs: 1_000 });
});

test('has a budget for searches of its own, and none for products that the index knows', async () => {
  const { desk } = scene();
  for (let n = 0; n < 60; n += 1) desk.end(idOf(await desk.admit('path')) ?? '');
  expect(idOf(await desk.admit('path'))).toBeNull();
  for (let n = 0; n < 300; n += 1) {
    desk.end(idOf(await desk.admit('search')) ?? '');
    desk.end(idOf(await desk.admit('product')) ?? '');
  }
  expect(await desk.admit('search')).toEqual({ retryAfterMs: 200 });
  expect(idOf(await desk.admit('product'))).not.toBeNull();
});

test('gives no more seats than there are, and the next one as soon as one is free', async () => {
  const { desk, room } = scene({ seats: 2 });
  const first = idOf(await desk.admit('search'));
  await desk.admit('search');
  expect(desk.underWay).toBe(2);
  expect(await desk.admit('search')).toEqual({ retryAfterMs: 1_000 });
  desk.end(first ?? '');
  expect(idOf(await desk.admit('search'))).not.toBeNull();
  room.seats = 3;
  expect(idOf(await desk.admit('search'))).not.toBeNull();
  expect(desk.underWay).toBe(3);
});

test('keeps only so many waiting as can hope for a turn', async () => {
  const { desk } = scene({ seats: 0 });
  const waiting = Array.from({ length: 31 }, () => desk.admit('product'));
  expect(await waiting[30]).toEqual({ retryAfterMs: 1_000 });
  expect(new Set((await Promise.all(waiting)).map(idOf))).toEqual(new Set([null]));
});

test('takes a seat back from a page that died', async () => {
  const { desk, clock } = scene({ seats: 1 });
  await desk.admit('product');
  clock.ms += 40_000;
  expect(desk.underWay).toBe(0);
});
