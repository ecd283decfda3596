import { abortAllDurableObjects, reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { keys, parseStorePulse } from '@maho-storefront/kv-schema';
import { NO_SWITCHES, type Plan } from '@maho-storefront/sync-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { platformClock } from './platform/clock.js';
import { readSettings } from './settings.js';
import { StoreCatalog } from './store-catalog/store-catalog.js';
import { startSync } from './sync/sync-start.js';
import { FULL_SYNC } from './sync/sync-type.js';
import { backendControl } from './testing/backend-control.js';
import { finishedRun } from './testing/finished-run.js';
import { PATIENTLY } from './testing/patience.js';
import { PortCalls } from './testing/port-calls.js';
import { TEST_SYNC_SECRET } from './testing/test-secret.js';
import { TwinSync } from './testing/twin-sync.js';
import { call, post } from './testing/worker-client.js';

const STORE = { code: 'en', name: 'English', url: 'https://en.example' };
const variables = { STORES: JSON.stringify([STORE]) };
const WATCHDOG_MS = 61_000;
const LONG_TEST_MS = 180_000;

/** Time that has passed beyond that of the machine. */
let passed = 0;

beforeEach(() => {
  passed = 0;
  vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + passed);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await backendControl.delay(0);
  await reset();
});

/** A stub is of no use after its object was reset, so it is a new one each time. */
const catalog = () => env.STORE_CATALOG.getByName(STORE.code);

/** Asks for a full sync; nobody drives it. @returns its run. */
async function asked(plan: Plan): Promise<string> {
  const environment = { ...env, ...variables, PLAN: plan };
  const order = { type: FULL_SYNC, store: null, trigger: 'request', switches: NO_SWITCHES } as const;
  const job = await startSync(environment, readSettings(environment), order, platformClock.now());
  return job.id;
}

async function stateOf(run: string): Promise<string | undefined> {
  return (await catalog().findRun(run))?.state;
}

/** Drives a run as a request does, until it has ended or the process has. */
async function driven(run: string): Promise<void> {
  for (;;) {
    const progress = await catalog()
      .advance(run)
      .catch((error: unknown) => error);
    if (progress instanceof Error || z.object({ state: z.literal('running') }).safeParse(progress).error)
      return;
  }
}

/** Lets the alarm work a run off, once a minute has passed. */
async function finishedByAlarm(run: string): Promise<void> {
  passed += WATCHDOG_MS;
  for (let alarms = 0; alarms < 200; alarms += 1) {
    await runDurableObjectAlarm(catalog());
    const state = await stateOf(run);
    if (state !== 'running' && state !== 'queued') return;
  }
  throw new Error(`The run ${run} did not end in 200 alarms.`);
}

async function pulseInKv(): Promise<string | undefined> {
  return parseStorePulse(await env.CONTENT.get(keys.pulse(STORE.code), 'json'))?.hash;
}

describe('a store whose process ends in the middle of a run', () => {
  const POINTS = 10;

  /** The calls, spread over `total`, at which a process is ended. */
  function points(total: number): { at: number; moment: 'before' | 'after'; plan: Plan }[] {
    return Array.from({ length: POINTS }, (_, n) => ({
      at: Math.ceil((total * (n + 1)) / (POINTS + 1)),
      moment: n % 2 === 0 ? 'before' : 'after',
      plan: n % 3 === 0 ? 'free' : 'paid',
    }));
  }

  test(
    'has all in KV after a first sync that was cut at any of ten points',
    async () => {
      const calls = PortCalls.watch();
      const whole = await asked('paid');
      await driven(whole);
      const undisturbed = await pulseInKv();
      expect(await new TwinSync('en', [STORE]).syncedPulse()).toBe(undisturbed);
      for (const { at, moment, plan } of points(calls.count)) {
        await reset();
        const run = await asked(plan);
        await calls.crashAt(at, moment, STORE.code);
        await driven(run);
        expect([at, calls.isCrashAhead, await stateOf(run)]).toEqual([at, false, 'running']);
        await finishedByAlarm(run);
        expect([at, await stateOf(run), await pulseInKv()]).toEqual([at, 'succeeded', undisturbed]);
      }
    },
    LONG_TEST_MS,
  );

  /** Something of everything: a name, a new product, a renamed one, one that is sold out and one that is gone. */
  async function changeShop(round: number, made: number[]): Promise<void> {
    const add = async (name: string) => {
      const fields = { op: 'createProduct', name: `${name} ${round}`, price: 10 + round, qty: 5 };
      const { id } = await backendControl.edit({ ...fields, urlKey: `${name}-${round}`, categoryIds: [5] });
      return Number(id);
    };
    const [sold = 0, renamed = 0, gone = 0] = made.splice(0, made.length);
    made.push(await add('sold'), await add('renamed'), await add('gone'));
    if (gone === 0) return;
    await backendControl.edit({ op: 'setStock', id: sold, qty: 0 });
    await backendControl.edit({ op: 'renameUrlKey', id: renamed, urlKey: `moved-${round}` });
    await backendControl.edit({ op: 'deleteProduct', id: gone });
  }

  test(
    'has every change in KV, redirects too, after a sync of changes that was cut at any of ten points',
    async () => {
      const calls = PortCalls.watch();
      const twin = new TwinSync('en', [STORE]);
      const made: number[] = [];
      await driven(await asked('paid'));
      await twin.syncedPulse();
      await changeShop(0, made);
      await driven(await asked('paid'));
      await twin.syncedPulse();
      await changeShop(1, made);
      calls.count = 0;
      await driven(await asked('paid'));
      expect(await pulseInKv()).toBe(await twin.syncedPulse());
      for (const [round, { at, moment, plan }] of points(calls.count).entries()) {
        await changeShop(round + 2, made);
        const run = await asked(plan);
        await calls.crashAt(at, moment, STORE.code);
        await driven(run);
        expect([at, calls.isCrashAhead, await stateOf(run)]).toEqual([at, false, 'running']);
        await finishedByAlarm(run);
        expect([at, await stateOf(run)]).toEqual([at, 'succeeded']);
        expect([at, await pulseInKv()]).toEqual([at, await twin.syncedPulse()]);
      }
    },
    LONG_TEST_MS,
  );
});

describe('a sync goes on', () => {
  test('when a deploy resets all objects while the Workflow drives it', async () => {
    await backendControl.delay(30);
    const { json } = await post('/sync', { headers: { Prefer: 'respond-async' }, variables });
    await vi.waitFor(async () => expect(await stateOf(String(json.run))).toBe('running'), PATIENTLY);
    await abortAllDurableObjects();
    await backendControl.delay(0);
    expect(await finishedRun(json.run)).toMatchObject({ state: 'succeeded', success: true });
    expect(await pulseInKv()).toBe(await new TwinSync('en', [STORE]).syncedPulse());
  });

  test('when a deploy resets a store that is just being asked: it hears of it all the same', async () => {
    const doomed: DurableObjectState[] = [];
    await runInDurableObject(catalog(), (_, state) => void doomed.push(state));
    const { register } = StoreCatalog.prototype;
    vi.spyOn(StoreCatalog.prototype, 'register').mockImplementation(function (this: StoreCatalog, ...args) {
      if (args[0].store !== STORE.code || doomed.length === 0) return register.apply(this, args);
      doomed.pop()?.abort('The process has ended.');
      return new Promise(() => undefined);
    });
    const ids = JSON.stringify({ ids: [1] });
    const { status, json } = await post('/sync/products-by-id', { body: ids });
    expect([status, json]).toMatchObject([200, { stores: [{ code: 'de' }, { code: 'en' }] }]);
    expect(doomed).toEqual([]);
  });

  test('when the client that waited for it hangs up', async () => {
    await backendControl.delay(30);
    const hangUp = new AbortController();
    const headers = { Authorization: `Bearer ${TEST_SYNC_SECRET}` };
    const request = exports.default.fetch('https://shop.example/sync?store=en', {
      method: 'POST',
      headers,
      signal: hangUp.signal,
    });
    const run = await vi.waitFor(async () => {
      const { json } = await call('/sync/runs');
      return z.tuple([z.object({ id: z.string(), state: z.literal('running') })]).parse(json.runs)[0].id;
    }, PATIENTLY);
    hangUp.abort();
    await expect(request).rejects.toThrow();
    await backendControl.delay(0);
    await finishedByAlarm(run);
    expect(await stateOf(run)).toBe('succeeded');
  });
});
