import { ask, nothing, valueAnswer } from '../ask.ts';
import type { Probe, ProbeTools } from '../probe-target.ts';

/** Pages that were rendered sooner after a change are not stored: see docs/pages.md. */
const LONGEST_EXPECTED_MS = 120_000;
const GIVE_UP_MS = 300_000;
const POLL_MS = 1_000;
const ROUNDS = 3;

/** How long a read goes on giving the old value after a put. */
export const kvLag: Probe = {
  name: 'KV lag after a put',
  assumption: 'a value that was read before is replaced within 120 s',
  measure: (tools) =>
    lagOf(tools, async (key) => {
      await put(tools, key, 'old');
      await read(tools, key);
      // One write a second and key.
      await tools.sleep(2 * POLL_MS);
    }),
};

/** How long a read goes on giving nothing after the first put of a key. */
export const cachedMisses: Probe = {
  name: 'KV lag of a key that was missing',
  assumption: 'a key that was looked for before it was there is found within 120 s',
  measure: (tools) =>
    lagOf(tools, async (key) => {
      await read(tools, key);
    }),
};

async function lagOf(tools: ProbeTools, prepare: (key: string) => Promise<void>) {
  const lags: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const key = tools.newKey();
    await prepare(key);
    await put(tools, key, 'new');
    lags.push(await untilNew(tools, key));
    await ask(tools.target, { method: 'DELETE', path: '/kv', query: { key } }, nothing);
  }
  const longest = Math.max(...lags);
  const seconds = lags.map((ms) => `${(ms / 1_000).toFixed(1)} s`).join(', ');
  return { measured: `${seconds} in ${ROUNDS} rounds`, holds: longest <= LONGEST_EXPECTED_MS };
}

async function untilNew(tools: ProbeTools, key: string): Promise<number> {
  const begin = tools.now();
  while ((await read(tools, key)) !== 'new') {
    if (tools.now() - begin > GIVE_UP_MS) return Number.POSITIVE_INFINITY;
    await tools.sleep(POLL_MS);
  }
  return tools.now() - begin;
}

async function put({ target }: ProbeTools, key: string, value: string): Promise<void> {
  await ask(target, { method: 'PUT', path: '/kv', query: { key, value } }, nothing);
}

async function read({ target }: ProbeTools, key: string): Promise<string | null> {
  return (await ask(target, { method: 'GET', path: '/kv', query: { key } }, valueAnswer)).value;
}
