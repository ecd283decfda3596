import { createScheduledController, introspectWorkflow, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { NO_SWITCHES } from '@maho-storefront/sync-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import type { Variables } from './environment.js';
import { platformClock } from './platform/clock.js';
import { readSettings } from './settings.js';
import { StoreCatalog } from './store-catalog/store-catalog.js';
import { startSync } from './sync/sync-start.js';
import { FULL_SYNC } from './sync/sync-type.js';
import { backendControl } from './testing/backend-control.js';
import { finishedRun } from './testing/finished-run.js';
import { PATIENTLY } from './testing/patience.js';
import { call, keyNames, post, pulse } from './testing/worker-client.js';
import { worker } from './worker.js';
import { driveOrder, type SyncDriveOrder } from './workflow/sync-drive-order.js';
import { startDrive } from './workflow/workflow-instances.js';

const STEP_RESULT_BYTES = 1_024;
const respondAsync = { headers: { Prefer: 'respond-async' } };

afterEach(async () => {
  vi.restoreAllMocks();
  await backendControl.heal();
  await backendControl.delay(0);
  await reset();
});

function workflow(): Workflow<SyncDriveOrder> {
  if (env.SYNC_WORKFLOW === undefined) throw new Error('The Workflow is not bound.');
  return env.SYNC_WORKFLOW;
}

/** Watches all instances that begin from here on; they neither sleep nor wait between attempts. */
async function hurried() {
  const introspector = await introspectWorkflow(workflow());
  await introspector.modifyAll(async (instance) => {
    await instance.disableSleeps();
    await instance.disableRetryDelays();
  });
  return introspector;
}

/** A full sync of all stores on the free plan, whose slices are small; nothing of it is driven yet. */
function smallSlices() {
  const settings = readSettings({ ...env, PLAN: 'free' });
  const order = { type: FULL_SYNC, store: null, trigger: 'request', switches: NO_SWITCHES } as const;
  return startSync(env, settings, order, platformClock.now());
}

describe('a sync that nobody waits for', () => {
  test('is driven by the Workflow to its end, in steps whose results are small', async () => {
    await using watch = await hurried();
    const { json } = await post('/sync', respondAsync);
    const report = await finishedRun(json.run);
    expect(report).toMatchObject({ state: 'succeeded', success: true });
    const [instance, ...more] = await watch.get();
    await instance?.waitForStatus('complete');
    expect(await instance?.getOutput()).toMatchObject({ continuedIn: null, lost: [] });
    const result = await instance?.waitForStepResult({ name: 'en 1' });
    expect(result).toMatchObject({ state: 'succeeded', slices: expect.any(Number) });
    expect(JSON.stringify(result).length).toBeLessThan(STEP_RESULT_BYTES);
    expect(more).toEqual([]);
    expect((await pulse()).hash).toBe(report.pulse);
  });

  test('goes on when a step fails, because it is tried again', async () => {
    await using watch = await hurried();
    const advance = vi.spyOn(StoreCatalog.prototype, 'advance');
    advance.mockRejectedValueOnce(new Error('the Durable Object was reset'));
    const { json } = await post('/sync?store=en', respondAsync);
    expect(await finishedRun(`${json.run}?store=en`)).toMatchObject({ state: 'succeeded', success: true });
    const [instance] = await watch.get();
    await instance?.waitForStatus('complete');
    expect(advance.mock.calls.length).toBeGreaterThan(1);
  });

  test('goes on in further instances, each started once, where one may not do all of it', async () => {
    await using watch = await hurried();
    const job = await smallSlices();
    const order = { ...driveOrder(job, job.runs, 'free'), slicesPerStep: 2, slicesPerInstance: 5 };
    await startDrive(env, order);
    await startDrive(env, order);
    expect(await finishedRun(job.id)).toMatchObject({ state: 'succeeded' });
    const instances = await watch.get();
    expect(instances.length).toBeGreaterThan(2);
    for (const instance of instances) await instance.waitForStatus('complete');
    const outputs = await Promise.all(instances.map((instance) => instance.getOutput()));
    expect(outputs.filter((output) => JSON.stringify(output).includes('"continuedIn":null'))).toHaveLength(1);
  });

  test('is driven by the sync that it shares its runs with, which was asked for before', async () => {
    await using watch = await hurried();
    const earlier = await smallSlices();
    const { json } = await post('/sync', respondAsync);
    expect(await watch.get()).toEqual([]);
    await startDrive(env, driveOrder(earlier, earlier.runs, 'free'));
    expect(await finishedRun(json.run)).toMatchObject({ state: 'succeeded', run: json.run });
  });

  test('is handed to alarms where the Workflow cannot be started', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(workflow(), 'create').mockRejectedValueOnce(new Error('429 Too Many Requests'));
    const { json } = await post('/sync', respondAsync);
    expect(await finishedRun(json.run)).toMatchObject({ state: 'succeeded', success: true });
  });

  test('is worked off by alarms, store after store, where there is no Workflow', async () => {
    const { json } = await post('/sync', { ...respondAsync, variables: { SYNC_WORKFLOW: undefined } });
    const report = await finishedRun(json.run);
    expect(report).toMatchObject({ state: 'succeeded', success: true });
    expect(report.stores).toMatchObject([{ code: 'de' }, { code: 'en' }]);
    expect((await pulse()).hash).toBe(report.pulse);
  });
});

describe('a cron trigger', () => {
  const CHANGES_CRON = String(env.CHANGES_CRON);
  const FULL_CRON = '0 */4 * * *';

  /** Lets a trigger fire, as the platform does. */
  const fire = (cron: string, variables: Variables = {}) =>
    worker.scheduled(createScheduledController({ cron }), { ...env, ...variables });

  async function runs(): Promise<Record<string, unknown>[]> {
    return z.array(z.record(z.string(), z.unknown())).parse((await call('/sync/runs')).json.runs);
  }

  async function endedRuns(): Promise<Record<string, unknown>[]> {
    return vi.waitFor(async () => {
      const all = await runs();
      for (const { state } of all) expect(state).toBe('succeeded');
      return all;
    }, PATIENTLY);
  }

  test.each([
    ['whatever it is, has everything synced', FULL_CRON, 'full'],
    ['that is CHANGES_CRON has what changed synced', CHANGES_CRON, 'changes'],
  ])('%s, by the Workflow', async (_what, cron, scope) => {
    await using watch = await hurried();
    await fire(cron);
    expect(await endedRuns()).toMatchObject([
      { trigger: 'schedule', scope },
      { trigger: 'schedule', scope },
    ]);
    for (const instance of await watch.get()) await instance.waitForStatus('complete');
    const state = await pulse();
    expect(state.hash).not.toBeNull();
    expect(state.syncedAt).not.toBeNull();
  });

  test('brings a change of the backend into KV between two full syncs', async () => {
    await post('/sync');
    const [key = ''] = await keyNames('en:product:');
    const { id } = z.object({ id: z.int() }).parse(await env.CONTENT.get(key, 'json'));
    const name = `Renamed ${crypto.randomUUID()}`;
    await backendControl.edit({ op: 'updateProduct', id, patch: { name } });
    await fire(CHANGES_CRON);
    await endedRuns();
    expect(await env.CONTENT.get(key, 'json')).toMatchObject({ id, name });
  });

  test('shares the run that waits already when it fires again', async () => {
    const onlyEn = { STORES: '[{"code":"en"}]' };
    const states = async () => (await runs()).map(({ state }) => state);
    await backendControl.delay(300);
    await fire(FULL_CRON, onlyEn);
    await vi.waitFor(async () => expect(await states()).toEqual(['running']), PATIENTLY);
    await fire(FULL_CRON, onlyEn);
    await fire(FULL_CRON, onlyEn);
    expect(await states()).toEqual(['queued', 'running']);
  });
});

describe('POST /sync/runs/{id}/cancel', () => {
  /** A sync that the Workflow has begun, at a backend that is slow enough to come between. */
  async function slowSync(path = '/sync'): Promise<unknown> {
    await backendControl.delay(50);
    const { json } = await post(path, respondAsync);
    await vi.waitFor(async () => {
      const { json: progress } = await call(`/sync/runs/${json.run}`);
      expect(progress.stores).toContainEqual(expect.objectContaining({ state: 'running' }));
    }, PATIENTLY);
    return json.run;
  }

  test('ends all runs of the sync and its Workflow, and deletes nothing', async () => {
    await post('/sync');
    const [product = ''] = await keyNames('de:product:');
    const { id } = z.object({ id: z.int() }).parse(await env.CONTENT.get(product, 'json'));
    await backendControl.edit({ op: 'updateProduct', id, patch: { name: `Cancelled ${Date.now()}` } });
    const before = await keyNames('');
    const run = await slowSync();
    const { status, json } = await post(`/sync/runs/${run}/cancel`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      run,
      state: 'cancelled',
      success: false,
      error: 'sync_cancelled',
      message: expect.stringContaining('de, en'),
      stores: [
        { code: 'de', state: 'cancelled' },
        { code: 'en', state: 'cancelled' },
      ],
      deleted: 0,
      failed: [],
    });
    expect((await (await workflow().get(String(run))).status()).status).toBe('terminated');
    expect(await keyNames('')).toEqual(before);
    expect((await pulse()).hash).toBe(json.pulse);
    await backendControl.delay(0);
    const report = await post('/sync');
    expect(report.json).toMatchObject({ success: true });
  });

  test('answers who waits for the sync that it was cancelled', async () => {
    await backendControl.delay(50);
    const waiting = post('/sync?store=en');
    const run = await vi.waitFor(async () => {
      const { json } = await call('/sync/runs');
      return z.tuple([z.object({ id: z.string(), state: z.literal('running') })]).parse(json.runs)[0].id;
    }, PATIENTLY);
    expect((await post(`/sync/runs/${run}/cancel`)).json).toMatchObject({ state: 'cancelled' });
    const { status, json } = await waiting;
    expect([status, json.error]).toEqual([409, 'sync_cancelled']);
  });

  test('answers 202 where a step waits for the shop too long, and the sync ends when that is done', async () => {
    const { id, runs } = await smallSlices();
    const catalog = env.STORE_CATALOG.getByName('de');
    const { cancel } = StoreCatalog.prototype;
    vi.spyOn(StoreCatalog.prototype, 'cancel').mockImplementation(function (this: StoreCatalog, run) {
      return cancel.call(this, run, 0);
    });
    await catalog.advance(id);
    expect(runs.map(({ store }) => store)).toEqual(['de', 'en']);
    const { status, json } = await post(`/sync/runs/${id}/cancel`);
    expect([status, json.state]).toEqual([202, 'running']);
    await vi.waitFor(async () => expect((await catalog.findRun(id))?.state).toBe('cancelled'), PATIENTLY);
  });

  test('says so when the sync has ended, is not known, or is asked without the secret', async () => {
    const { json } = await post('/sync/config');
    const ended = await post(`/sync/runs/${json.run}/cancel`);
    expect([ended.status, ended.json.error]).toEqual([409, 'already_ended']);
    expect(ended.json.message).toContain('succeeded');
    const unknown = await post('/sync/runs/no-such-run/cancel');
    expect([unknown.status, unknown.json.error]).toEqual([404, 'unknown_run']);
    expect((await post(`/sync/runs/${json.run}/cancel`, { secret: null })).status).toBe(401);
    const read = await call(`/sync/runs/${json.run}/cancel`);
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
