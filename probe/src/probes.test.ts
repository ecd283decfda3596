import { expect, test } from 'vitest';
import { allProbes } from './all-probes.ts';
import { runProbes } from './run-probes.ts';
import { localTarget } from './targets/local-target.ts';

test('every probe does what it says, in the local runtime, which is all that can be shown without an account', async () => {
  await using target = await localTarget();
  let keys = 0;
  const tools = {
    target,
    now: () => Date.now(),
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(ms, 100))),
    newKey: () => {
      keys += 1;
      return `key-${keys}`;
    },
  };
  const results = await runProbes(allProbes, tools, () => {});
  const measured = Object.fromEntries(results.map(({ name, measured }) => [name, measured]));
  expect(measured).toEqual({
    'KV operations in an invocation': expect.stringMatching(/^\d+, (all that were asked for|then: )/),
    'writes of one key in a second': '0 of 5 refused',
    'caches.default': expect.stringMatching(/^127\.0\.0\.1:\d+ keeps it$/),
    'a deploy in the middle of a run': expect.stringMatching(
      /^30 of 30 steps, longest gap \d+\.\d s, \d+ lives of the object$/,
    ),
    'KV lag of a key that was missing': expect.stringMatching(/^(\d+\.\d s(, )?){3} in 3 rounds$/),
    'KV lag after a put': expect.stringMatching(/^(\d+\.\d s(, )?){3} in 3 rounds$/),
  });
  const stranger = await target.fetch(new URL('/kv', target.origins[0]), { method: 'GET', headers: {} });
  expect(stranger.status).toBe(401);
}, 120_000);
