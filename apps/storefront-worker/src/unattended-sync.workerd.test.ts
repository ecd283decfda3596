import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { keys } from '@maho-storefront/kv-schema';
import { NO_SWITCHES } from '@maho-storefront/sync-core';
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import * as z from 'zod';
import { deploymentPulse } from './deployment/deployment-pulse.js';
import { platformClock } from './platform/clock.js';
import { readSettings } from './settings.js';
import { startSync } from './sync/sync-start.js';
import { FULL_SYNC } from './sync/sync-type.js';
import { backendControl } from './testing/backend-control.js';
import { finishedRun } from './testing/finished-run.js';
import { call, keyNames, post, pulse, STORE_SECRET } from './testing/worker-client.js';

const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
const onlyEn = { STORES: '[{"code":"en","name":"English","url":"https://en.example"}]' };

afterEach(async () => {
  vi.restoreAllMocks();
  await backendControl.heal();
  await backendControl.delay(0);
  await reset();
});

describe('runs that go on by themselves', () => {
  test('answers 202 at once for respond-async, and finishes the sync of every store', async () => {
    const { status, json, headers } = await post('/sync', { headers: { Prefer: 'respond-async' } });
    expect(status).toBe(202);
    expect(json).toMatchObject({
      run: uuid,
      url: `https://shop.example/sync/runs/${json.run}`,
      state: 'running',
    });
    expect(headers.get('location')).toBe(`/sync/runs/${json.run}`);
    const report = await finishedRun(json.run);
    expect(report).toMatchObject({ state: 'succeeded', type: 'full', success: true, run: json.run });
    expect(report.stores).toMatchObject([
      { code: 'de', state: 'succeeded' },
      { code: 'en', state: 'succeeded' },
    ]);
    expect((await pulse()).hash).toBe(report.pulse);
  });

  test('answers 202 after SYNC_WAIT_S and does not lose what was begun', async () => {
    await backendControl.delay(100);
    const { status, json } = await post('/sync', { variables: { SYNC_WAIT_S: '0.5' } });
    expect(status).toBe(202);
    const { status: runStatus, json: progress } = await call(`/sync/runs/${json.run}`);
    expect([runStatus, progress.state]).toEqual([200, expect.stringMatching(/^(queued|running)$/)]);
    await backendControl.delay(0);
    expect(await finishedRun(json.run)).toMatchObject({ state: 'succeeded', success: true });
  });

  test('the watchdog finishes a run whose client hung up before its first slice', async () => {
    const catalog = env.STORE_CATALOG.getByName('en');
    await deploymentPulse(env).setStores([{ code: 'en', name: 'English', url: '' }]);
    const setup = {
      store: 'en',
      backendUrl: inject('backendUrl'),
      registry: [],
      plan: 'free',
      pulseOnEverySync: false,
    } as const;
    const request = { scope: 'full', trigger: 'request', switches: NO_SWITCHES } as const;
    const registration = await catalog.register({ ...setup, registry: [] }, request, 'hung-up');
    expect(registration).toEqual({ runId: 'hung-up' });
    // On the free plan a slice is far too small for the whole run.
    expect(await catalog.advance('hung-up')).toMatchObject({ state: 'running' });
    vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + 61_000);
    for (let alarms = 0; alarms < 100; alarms += 1) {
      await runDurableObjectAlarm(catalog);
      if ((await catalog.findRun('hung-up'))?.state !== 'running') break;
    }
    expect(await catalog.findRun('hung-up')).toMatchObject({ state: 'succeeded', failures: 0 });
  });

  test('a store waits for the one before it in the sync, and begins once that has ended', async () => {
    const order = { type: FULL_SYNC, store: null, trigger: 'request', switches: NO_SWITCHES } as const;
    const { id } = await startSync(env, readSettings(env), order, platformClock.now());
    const de = env.STORE_CATALOG.getByName('de');
    const en = env.STORE_CATALOG.getByName('en');
    const states = async () => [(await de.findRun(id))?.state, (await en.findRun(id))?.state];
    vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + 61_000);
    await runDurableObjectAlarm(en);
    expect(await states()).toEqual(['queued', 'queued']);
    await runDurableObjectAlarm(de);
    expect(await states()).toEqual(['succeeded', 'queued']);
    vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + 122_000);
    await runDurableObjectAlarm(en);
    expect(await states()).toEqual(['succeeded', 'succeeded']);
  });

  test('slices of a store never overlap: two drivers get the same progress', async () => {
    await backendControl.delay(20);
    await backendControl.forgetRequests();
    const { json } = await post('/sync/config', { variables: { ...onlyEn, SYNC_WAIT_S: '0' } });
    const catalog = env.STORE_CATALOG.getByName('en');
    const [a, b] = await Promise.all([catalog.advance(String(json.run)), catalog.advance(String(json.run))]);
    expect(a).toEqual(b);
    expect(await backendControl.stats()).toMatchObject({
      total: 2,
      byRoute: { storeConfig: 1, stores: 1 },
    });
  });

  test('keeps to six backend requests at a time, however many syncs are asked for at once', async () => {
    await backendControl.delay(10);
    await backendControl.forgetRequests();
    const answers = await Promise.all([
      post('/sync?store=en'),
      post('/sync?store=de'),
      post('/sync/products'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { highestInFlight } = await backendControl.stats();
    expect(highestInFlight).toBeLessThanOrEqual(6);
  });
});

describe('which stores there are', () => {
  const registry = [{ code: 'de', name: 'Aus dem Admin', url: 'https://de.example', secret: STORE_SECRET }];

  test('_stores comes before STORES, STORES before the backend’s own', async () => {
    await env.CONTENT.put(keys.stores, JSON.stringify(registry));
    expect((await post('/sync/config', { variables: onlyEn })).json.stores).toMatchObject([{ code: 'de' }]);
    await env.CONTENT.delete(keys.stores);
    expect((await post('/sync/config', { variables: onlyEn })).json.stores).toMatchObject([{ code: 'en' }]);
    const formerName = { DEMO_STORES: onlyEn.STORES };
    expect((await post('/sync/config', { variables: formerName })).json.stores).toMatchObject([
      { code: 'en' },
    ]);
    expect((await post('/sync/config')).json.stores).toMatchObject([{ code: 'de' }, { code: 'en' }]);
  });

  test('a by-id call does not ask the shop for the stores it knows, and asks for one it does not', async () => {
    await post('/sync/config', { variables: onlyEn });
    await backendControl.forgetRequests();
    const ask = (query: string) =>
      post(`/sync/categories-by-id${query}`, { body: JSON.stringify({ ids: [3] }) });
    expect((await ask('')).json).toMatchObject({ success: true, stores: [{ code: 'en' }] });
    expect(await backendControl.stats()).not.toHaveProperty('byRoute.stores');
    expect((await ask('?store=de')).json).toMatchObject({ success: true, stores: [{ code: 'de' }] });
    expect(await backendControl.stats()).toHaveProperty('byRoute.stores', 1);
  });

  test('while the shop cannot be asked, those of the sync before: ids are kept, and a sync is seen to fail', async () => {
    await post('/sync/config');
    await backendControl.fail([{ kind: 'protocol_disabled' }]);
    const byId = await post('/sync/products-by-id', { body: JSON.stringify({ ids: [1] }) });
    expect([byId.status, byId.json.error]).toEqual([502, 'sync_failed']);
    await post('/sync');
    const { json } = await call('/sync/runs?limit=4');
    expect(json.runs).toMatchObject(
      ['full', 'full', 'products-by-id', 'products-by-id'].map((scope) => ({ scope, state: 'failed' })),
    );
  });

  test('a store that leaves the registry leaves the pulse at the next sync', async () => {
    const both = (await post('/sync/config')).json.pulse;
    const alone = (await post('/sync/config', { variables: onlyEn })).json.pulse;
    expect(alone).not.toBe(both);
    expect((await post('/sync/config')).json.pulse).not.toBe(alone);
  });

  test('a store that leaves the registry is left alone until it is back', async () => {
    const order = { type: FULL_SYNC, store: null, trigger: 'request', switches: NO_SWITCHES } as const;
    const { id } = await startSync(env, readSettings(env), order, platformClock.now());
    const de = env.STORE_CATALOG.getByName('de');
    const alarmOfDe = () => runInDurableObject(de, (_, { storage }) => storage.getAlarm());
    await deploymentPulse(env).setStores([{ code: 'en', name: 'English', url: '' }]);
    vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + 61_000);
    await runDurableObjectAlarm(de);
    expect([(await de.findRun(id))?.state, await alarmOfDe()]).toEqual(['queued', null]);
    await startSync(env, readSettings(env), order, platformClock.now());
    expect(await alarmOfDe()).not.toBeNull();
    await runDurableObjectAlarm(de);
    expect((await de.findRun(id))?.state).not.toBe('queued');
  });

  test('stops rather than syncing other stores when _stores cannot be read', async () => {
    await env.CONTENT.put(keys.stores, '{"not":"a list"}');
    expect((await post('/sync')).json).toMatchObject({ error: 'registry_unreadable' });
    expect(await keyNames('en:')).toEqual([]);
  });

  test('a store’s own secret is good for that store alone', async () => {
    const two = [...registry, { code: 'en', name: 'English', url: '' }];
    await env.CONTENT.put(keys.stores, JSON.stringify(two));
    const secret = STORE_SECRET;
    expect((await post('/sync/config?store=de', { secret })).status).toBe(200);
    expect((await post('/sync/config?store=en', { secret })).status).toBe(401);
    expect((await post('/sync/config', { secret })).status).toBe(401);
    const { json } = await call('/cache/keys?store=de', { secret });
    expect(
      z
        .array(z.string())
        .parse(json.keys)
        .every((name) => name.startsWith('de:')),
    ).toBe(true);
    expect((await call('/cache/keys', { secret })).status).toBe(401);
    const history = await call('/sync/runs?store=de', { secret });
    expect(history.json.runs).toMatchObject([{ store: 'de', scope: 'config' }]);
  });
});
