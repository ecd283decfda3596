import { reset } from 'cloudflare:test';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { platformClock } from './platform/clock.js';
import { backendControl } from './testing/backend-control.js';
import { eventList } from './testing/event-list.js';
import { call, post } from './testing/worker-client.js';

const asEvents = { Accept: 'text/event-stream' };

afterEach(async () => {
  vi.restoreAllMocks();
  await backendControl.delay(0);
  await reset();
});

/** Looks ten times as often, so that a sync of a small shop is seen under way. */
function hurry(): void {
  const { sleep } = platformClock;
  vi.spyOn(platformClock, 'sleep').mockImplementation((ms, signal) => sleep(ms / 10, signal));
}

describe('GET /sync/runs/{id} as server-sent events', () => {
  test('tells progress as it goes, then the answer of the sync, and ends', async () => {
    await backendControl.delay(20);
    const { json } = await post('/sync', { headers: { Prefer: 'respond-async' } });
    hurry();
    const { status, headers, text } = await call(`/sync/runs/${json.run}`, { headers: asEvents });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const events = eventList(text);
    const progress = events.slice(0, -1);
    expect(progress.length).toBeGreaterThan(2);
    expect(new Set(progress.map(({ event }) => event))).toEqual(new Set(['progress']));
    expect(new Set(events.map(({ data }) => data)).size).toBe(events.length);
    expect(JSON.parse(progress[0]?.data ?? '')).toMatchObject({
      state: expect.stringMatching(/queued|running/),
      run: json.run,
      products: { listed: expect.any(Number), inKv: expect.any(Number) },
      stores: [{ code: 'de' }, { code: 'en' }],
    });
    const last = events.at(-1);
    expect(last?.event).toBe('end');
    const { json: answer } = await call(`/sync/runs/${json.run}`);
    expect(JSON.parse(last?.data ?? '')).toEqual(answer);
    expect(answer).toMatchObject({ state: 'succeeded', success: true });
  });

  test('tells who connects again only what is new, and with 204 that there is nothing more', async () => {
    const { json } = await post('/sync/config');
    const path = `/sync/runs/${json.run}`;
    const [end] = eventList((await call(path, { headers: asEvents })).text);
    expect(end?.event).toBe('end');
    const again = await call(path, { headers: { ...asEvents, 'Last-Event-ID': end?.id ?? '' } });
    expect([again.status, again.text]).toEqual([204, '']);
  });

  test('ends early where the plan allows few subrequests, and says when to connect again', async () => {
    await backendControl.delay(300);
    const { json } = await post('/sync', { headers: { Prefer: 'respond-async' } });
    vi.spyOn(platformClock, 'sleep').mockImplementation(async () => {});
    const { text } = await call(`/sync/runs/${json.run}`, { headers: asEvents, variables: { PLAN: 'free' } });
    expect(text).toMatch(/^retry: 5000\n\n/);
    expect(eventList(text).map(({ event }) => event)).not.toContain('end');
    vi.restoreAllMocks();
    await post(`/sync/runs/${json.run}/cancel`);
  });

  test('answers what is wrong as JSON', async () => {
    const unknown = await call('/sync/runs/none', { headers: asEvents });
    expect([unknown.status, unknown.json.error]).toEqual([404, 'unknown_run']);
    const stranger = await call('/sync/runs/none', { headers: asEvents, secret: null });
    expect([stranger.status, stranger.json.error]).toEqual([401, 'unauthorized']);
  });
});
