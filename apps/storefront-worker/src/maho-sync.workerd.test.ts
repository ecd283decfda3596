import { createExecutionContext, reset, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { type Command, invoke, type Terminal } from '@maho-storefront/maho-sync-cli';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { platformClock } from './platform/clock.js';
import { backendControl } from './testing/backend-control.js';
import { TEST_SYNC_SECRET } from './testing/test-secret.js';
import { keyNames } from './testing/worker-client.js';
import { worker } from './worker.js';

afterAll(async () => {
  await backendControl.delay(0);
  await reset();
});

/** Runs the command-line tool against this Worker. */
async function mahoSync(command: Command, isJson = false) {
  const written = { out: '', err: '' };
  const output = (name: 'out' | 'err') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: false,
    columns: 80,
  });
  const terminal: Terminal = {
    out: output('out'),
    err: output('err'),
    environment: { SYNC_SECRET: TEST_SYNC_SECRET, MAHO_STOREFRONT_URL: 'https://shop.example' },
    askHidden: null,
    readFile: async (path) => path,
    fetch: async (input, init) => {
      const { method = 'GET', headers } = init ?? {};
      const context = createExecutionContext();
      const request = new Request<unknown, IncomingRequestCfProperties>(String(input), {
        method,
        headers: new Headers(headers),
      });
      const response = await worker.fetch(request, env, context);
      await waitOnExecutionContext(context);
      return response;
    },
    now: platformClock.now,
    sleep: platformClock.sleep,
  };
  const invocation = { command, url: null, secretFile: null, isInsecure: false, isJson };
  const code = await invoke(invocation, terminal);
  return { code, ...written };
}

const EVERYTHING = { type: null, store: null, rebuild: false, allowPrune: false };

test('maho-sync and this Worker understand each other: diff, run, status, runs, keys', async () => {
  const before = await mahoSync({ name: 'diff', ...EVERYTHING, store: 'en' });
  expect([before.code, before.err]).toEqual([0, '']);
  expect(before.out).toMatch(/^en: \d+ to put, 0 to delete\n/);

  const synced = await mahoSync({ name: 'run', ...EVERYTHING, follow: true });
  expect([synced.code, synced.out.split('\n')[0]]).toEqual([
    0,
    expect.stringMatching(/^The sync succeeded in \d+\.\ds\.$/),
  ]);
  expect(synced.out).toMatch(/^en +succeeded +\d+ +0 +0 +0 +\d+\.\ds$/m);
  expect((await mahoSync({ name: 'diff', ...EVERYTHING })).out).toBe('Nothing would change.\n');

  const product = (await keyNames('en:product:'))[0] ?? '';
  const { id } = z.object({ id: z.number() }).parse(await env.CONTENT.get(product, 'json'));
  await backendControl.edit({ op: 'updateProduct', id, patch: { price: 1_234 } });
  expect((await mahoSync({ name: 'diff', ...EVERYTHING, type: 'products' })).out).toContain(
    `    + ${product}\n`,
  );

  const { runs } = z
    .object({ runs: z.array(z.object({ id: z.string() })) })
    .parse(JSON.parse((await mahoSync({ name: 'runs', store: null, limit: 20 }, true)).out));
  expect(runs).toHaveLength(2);
  expect((await mahoSync({ name: 'status', run: runs[0]?.id ?? '', follow: false })).out).toContain(
    'The sync succeeded',
  );
  expect((await mahoSync({ name: 'status', run: null, follow: false })).out).toMatch(
    /Last good sync {3}\d{4}-/,
  );
  expect((await mahoSync({ name: 'keys', store: null, prefix: 'en:product:' })).out.split('\n')).toContain(
    product,
  );

  const unknown = await mahoSync({ name: 'status', run: 'none', follow: false });
  expect([unknown.code, unknown.err]).toEqual([3, expect.stringContaining('unknown_run')]);
  const nonsense = await mahoSync({ name: 'run', ...EVERYTHING, type: 'nonsense', follow: false });
  expect(nonsense.err).toContain('unknown_sync_type');
});

test('maho-sync cancels what it started', async () => {
  await backendControl.delay(200);
  const { out } = await mahoSync({ name: 'run', ...EVERYTHING, rebuild: true, follow: false }, true);
  const { run } = z.object({ run: z.string() }).parse(JSON.parse(out));
  expect(await mahoSync({ name: 'cancel', run })).toMatchObject({ code: 0, err: '' });
  const ended = await mahoSync({ name: 'status', run, follow: true });
  expect([ended.code, ended.out]).toEqual([
    1,
    expect.stringMatching(/^The sync ended after .*: cancelled\./),
  ]);
  const again = await mahoSync({ name: 'cancel', run });
  expect([again.code, again.err]).toEqual([3, expect.stringContaining('has ended already')]);
});
