import { expect, test } from 'vitest';
import type { ServerSentEvent } from '../http/event-stream.js';
import { type Sight, sightId, watch } from './watch.js';

const STEP_MS = 1_000;

/** Watches something that looks like these texts one after another; the last is its end where it says so. */
function scene(texts: readonly string[], bounds: { maxCalls?: number; lastSeen?: string } = {}) {
  const sights = texts.map((text): Sight => ({ text, isEnd: text.startsWith('end'), calls: 2 }));
  const [first, ...later] = sights;
  if (first === undefined) throw new RangeError('A scene needs a first sight.');
  const gone = new AbortController();
  const clock = {
    ms: 0,
    now: () => clock.ms,
    sleep: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      clock.ms += ms;
    },
  };
  let looks = 0;
  const events = watch({
    first,
    look: async () => {
      looks += 1;
      return later[looks - 1] ?? null;
    },
    pollMs: STEP_MS,
    maxCalls: bounds.maxCalls ?? 1_000,
    lastSeen: bounds.lastSeen ?? null,
    clock,
    signal: gone.signal,
  });
  return { events, gone, clock, looks: () => looks };
}

async function all(events: AsyncIterable<ServerSentEvent>): Promise<ServerSentEvent[]> {
  const list: ServerSentEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

function told(events: readonly ServerSentEvent[]): string[] {
  return events.flatMap(({ event, data }) => (event === undefined ? [] : [`${event} ${data}`]));
}

test('tells each change once, then the end, and ends', async () => {
  const { events, looks } = scene(['10 %', '10 %', '20 %', '20 %', 'end: done']);
  expect(told(await all(events))).toEqual(['progress 10 %', 'progress 20 %', 'end end: done']);
  expect(looks()).toBe(4);
});

test('tells the end at once when there is nothing to wait for', async () => {
  const { events, looks } = scene(['end: long ago']);
  expect(told(await all(events))).toEqual(['end end: long ago']);
  expect(looks()).toBe(0);
});

test('says first how soon to connect again', async () => {
  const [first] = await all(scene(['end']).events);
  expect(first).toEqual({ retry: 1_000 });
});

test('shows that it lives when nothing changes for a while', async () => {
  const texts = [...Array.from({ length: 40 }, () => '10 %'), 'end'];
  const comments = (await all(scene(texts).events)).filter(({ comment }) => comment !== undefined);
  expect(comments).toHaveLength(2);
});

test('ends before its looks cost more than they may, without an end event', async () => {
  const { events, looks } = scene(['1', '2', '3', '4', '5'], { maxCalls: 7 });
  expect(told(await all(events))).toEqual(['progress 1', 'progress 2', 'progress 3']);
  expect(looks()).toBe(2);
});

test('does not tell a client again what it was told before it was cut off', async () => {
  const lastSeen = sightId({ text: '10 %', isEnd: false, calls: 0 });
  const { events } = scene(['10 %', '20 %', 'end'], { lastSeen });
  expect(told(await all(events))).toEqual(['progress 20 %', 'end end']);
});

test('ends without a last word when there is nothing to see any more', async () => {
  expect(told(await all(scene(['10 %', '20 %']).events))).toEqual(['progress 10 %', 'progress 20 %']);
});

test('looks no more when the client has gone', async () => {
  const { events, gone, looks } = scene(['10 %', '20 %']);
  await events.next();
  await events.next();
  gone.abort();
  expect(await events.next()).toEqual({ done: true, value: undefined });
  expect(looks()).toBe(0);
});
