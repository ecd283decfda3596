import { expect, test } from 'vitest';
import type { Finding, ProbeTools } from './probe-target.ts';
import { cacheApi } from './probes/cache-api.ts';
import { deployMidRun } from './probes/deploy-mid-run.ts';
import { cachedMisses, kvLag } from './probes/kv-lag.ts';
import { operationLimit } from './probes/operation-limit.ts';
import { writeRate } from './probes/write-rate.ts';
import { resultText, runProbes } from './run-probes.ts';

/** An account that answers as a test says; time passes only by waiting. */
function account(
  answer: (call: string, key: string, now: number) => object,
  origins = ['https://probe.example'],
) {
  let now = 0;
  let keys = 0;
  const tools: ProbeTools = {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    newKey: () => {
      keys += 1;
      return `key-${keys}`;
    },
    target: {
      kind: 'deployed',
      secret: 'secret',
      origins: origins.map((origin) => new URL(origin)),
      fetch: async (url, { method }) => {
        const key = `${url.searchParams.get('key')} ${url.searchParams.get('value') ?? ''}`.trim();
        return Response.json(answer(`${method} ${url.host}${url.pathname}`, key, now));
      },
      redeploy: async () => {},
      [Symbol.asyncDispose]: async () => {},
    },
  };
  return tools;
}

/** KV that shows a put only after so long. */
function laggingKv(lagMs: number) {
  const puts: { key: string; value: string; at: number }[] = [];
  return account((call, text, now) => {
    const [key = '', value = ''] = text.split(' ');
    if (call.startsWith('PUT')) puts.push({ key, value, at: now });
    if (!call.startsWith('GET')) return {};
    const seen = puts.filter((put) => put.key === key && now - put.at >= (put.value === 'old' ? 0 : lagMs));
    return { value: seen.at(-1)?.value ?? null };
  });
}

test.each([
  [0, '0.0 s, 0.0 s, 0.0 s in 3 rounds', true],
  [59_500, '60.0 s, 60.0 s, 60.0 s in 3 rounds', true],
  [150_000, '150.0 s, 150.0 s, 150.0 s in 3 rounds', false],
  [1e9, 'Infinity s, Infinity s, Infinity s in 3 rounds', false],
])('measures a lag of %i ms', async (lagMs, measured, holds) => {
  for (const probe of [kvLag, cachedMisses]) {
    expect(await probe.measure(laggingKv(lagMs))).toEqual({ measured, holds } satisfies Finding);
  }
});

test('tells from a burst whether writes of one key are refused', async () => {
  const refused = { outcomes: [{ error: null }, { error: 'KV PUT failed: 429 Too Many Requests' }] };
  expect(await writeRate.measure(account(() => refused))).toEqual({
    measured: '1 of 5 refused: KV PUT failed: 429 Too Many Requests',
    holds: true,
  });
  expect(await writeRate.measure(account(() => ({ outcomes: [{ error: null }] })))).toMatchObject({
    holds: false,
  });
});

test.each([
  [1_100, null, true],
  [1_000, 'Too many API requests by single Worker invocation.', true],
  [50, 'Too many API requests by single Worker invocation.', false],
])('judges a limit of %i operations', async (done, error, holds) => {
  expect(await operationLimit.measure(account(() => ({ done, error })))).toMatchObject({ holds });
});

test('judges caches.default by the custom domain alone', async () => {
  const answer = (call: string) =>
    call.startsWith('GET shop.example') ? { value: 'kept' } : { value: null };
  const dev = 'https://probe.account.workers.dev';
  expect(await cacheApi.measure(account(answer, [dev]))).toEqual({
    measured: 'probe.account.workers.dev does not keep it',
    holds: null,
  });
  expect(await cacheApi.measure(account(answer, [dev, 'https://shop.example']))).toEqual({
    measured: 'probe.account.workers.dev does not keep it, shop.example keeps it',
    holds: true,
  });
});

test.each([
  ['goes on within a minute', { done: 30, longestGapMs: 9_000, incarnations: ['a', 'b'] }, true],
  ['is silent for longer', { done: 30, longestGapMs: 61_000, incarnations: ['a', 'b'] }, false],
  ['never ends', { done: 12, longestGapMs: 900, incarnations: ['a', 'b'] }, false],
  ['never noticed', { done: 30, longestGapMs: 900, incarnations: ['a'] }, null],
])('judges a run that %s', async (_what, { done, ...rest }, holds) => {
  const state = { ...rest, done: Array.from({ length: done }, (_, index) => index + 1) };
  expect(await deployMidRun.measure(account(() => ({ state })))).toMatchObject({ holds });
});

test('a probe that fails does not stop the others', async () => {
  const tools = account(() => ({ nonsense: true }));
  const shown: string[] = [];
  const results = await runProbes([operationLimit, writeRate], tools, (result) =>
    shown.push(resultText(result)),
  );
  expect(results.map(({ holds, measured }) => [holds, measured.startsWith('failed: ')])).toEqual([
    [false, true],
    [false, true],
  ]);
  expect(shown[0]).toMatch(/^OTHERWISE {2}KV operations in an invocation: failed: /);
});
