import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from './main.js';
import type { Terminal } from './terminal.js';
import { DeploymentStandIn } from './testing/deployment-stand-in.js';
import { recordedTerminal } from './testing/recorded-terminal.js';
import { eventText, failedAnswer, progressAnswer, resultAnswer } from './testing/sync-answers.js';

const SECRET = 'only-known-to-the-tests-7c1f';
const EVENTS = { 'Content-Type': 'text/event-stream; charset=utf-8' };

let deployment: DeploymentStandIn;

beforeEach(async () => {
  deployment = await new DeploymentStandIn().listen();
});
afterEach(() => deployment[Symbol.asyncDispose]());

/** Runs a command against the stand-in. */
async function run(line: string, fields: Partial<Terminal> & { isTTY?: boolean } = {}) {
  const terminal = recordedTerminal({
    environment: { SYNC_SECRET: SECRET, MAHO_STOREFRONT_URL: deployment.url },
    ...fields,
  });
  const code = await main(line.split(' '), terminal);
  expect(terminal.written.out + terminal.written.err).not.toContain(SECRET);
  return { code, ...terminal.written };
}

function asked(): string[] {
  return deployment.requests.map(({ method, path }) => `${method} ${path}`);
}

describe('maho-sync run', () => {
  beforeEach(() => {
    const accepted = { status: 202, json: { state: 'running', run: 'run-1', message: '…', url: '…' } };
    deployment.on('POST /sync', () => accepted).on('POST /sync/products', () => accepted);
  });

  it('starts a sync and says how to see how far it is', async () => {
    const { code, out, err } = await run('run');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('maho-sync status run-1');
    expect(asked()).toEqual(['POST /sync']);
    const [request] = deployment.requests;
    expect(request?.headers).toMatchObject({ authorization: `Bearer ${SECRET}`, prefer: 'respond-async' });
  });

  it('passes on what is asked for', async () => {
    await run('run --type products --store en --rebuild --allow-prune');
    expect(asked()).toEqual(['POST /sync/products?store=en&rebuild=1&allowPrune=1']);
  });

  it('follows the sync to its end, over connections that break off', async () => {
    deployment.on('GET /sync/runs/run-1', (_request, times) => {
      if (times === 0) {
        return { text: eventText({ event: 'progress', id: 'a', data: progressAnswer(50) }), headers: EVENTS };
      }
      if (times === 1) return 'broken';
      const last = { event: 'end', id: 'b', data: resultAnswer() };
      return { text: eventText(last), headers: EVENTS };
    });
    const { code, out, err } = await run('run --follow');
    expect(code).toBe(0);
    expect(err).toContain('50 of 200 products  en: product-details, 50 written');
    expect(out).toMatch(/The sync succeeded in 4\.2s\.\n\nStore .*\nen +succeeded +1,203 +7 +2 +0 +4\.0s\n/);
    const ids = deployment.requests.slice(1).map(({ headers }) => headers['last-event-id']);
    expect(ids).toEqual([undefined, 'a', 'a']);
  });

  it('asks again and again where there are no events', async () => {
    const answers = [progressAnswer(10), progressAnswer(20), progressAnswer(30), progressAnswer(30)];
    deployment.on('GET /sync/runs/run-1', (_request, times) => ({ json: answers[times] ?? resultAnswer() }));
    const { code, out } = await run('run --follow');
    expect([code, out.startsWith('The sync succeeded')]).toEqual([0, true]);
  });

  it('ends with 1 when the sync failed, and says what and why', async () => {
    const last = { event: 'end', id: 'b', data: failedAnswer() };
    deployment.on('GET /sync/runs/run-1', () => ({ text: eventText(last), headers: EVENTS }));
    const { code, out } = await run('run --follow');
    expect(code).toBe(1);
    expect(out).toContain('The sync ended after 4.2s: failed.');
    expect(out).toContain('  en products 7: GET /products/7 was answered 500');
    expect(out).toContain('1 are tried again by themselves.');
  });

  it('ends with 3 when the deployment is gone for good, though not at the first failure', async () => {
    deployment.on('GET /sync/runs/run-1', () => 'broken');
    const { code, err } = await run('run --follow');
    expect(code).toBe(3);
    expect(err).toContain('/sync/runs/run-1 failed');
    expect(asked().length).toBe(1 + 6);
  });

  it('moves a bar on a terminal', async () => {
    const events = [0, 100, 200].map((inKv, at) => ({
      event: 'progress',
      id: String(at),
      data: progressAnswer(inKv),
    }));
    const last = { event: 'end', id: 'end', data: resultAnswer() };
    deployment.on('GET /sync/runs/run-1', () => ({ text: eventText(...events, last), headers: EVENTS }));
    const { err } = await run('run --follow', { isTTY: true });
    const lines = err.split('\r').slice(1);
    expect(lines.map((line) => line.slice(0, 26))).toEqual([
      `[${'.'.repeat(24)}]`,
      `[${'#'.repeat(12)}${'.'.repeat(12)}]`,
      `[${'#'.repeat(24)}]`,
    ]);
    expect(err.endsWith('\n')).toBe(true);
  });

  it('writes the last answer as it came, and nothing else, to stdout with --json', async () => {
    const last = { event: 'end', id: 'b', data: failedAnswer() };
    deployment.on('GET /sync/runs/run-1', () => ({ text: eventText(last), headers: EVENTS }));
    const { code, out } = await run('run --follow --json');
    expect([code, JSON.parse(out)]).toEqual([1, failedAnswer()]);
  });
});

describe('maho-sync diff', () => {
  it('shows by store and kind what a sync would change', async () => {
    const changes = [
      { store: 'de', key: 'de:product:tee', change: 'put' },
      { store: 'en', key: 'en:product:tee', change: 'put' },
      { store: 'en', key: 'en:product:mug', change: 'delete' },
      { store: 'en', key: 'en:config', change: 'put' },
    ];
    const json = { success: true, dry: true, changes, truncated: true, written: 1_300, deleted: 1 };
    deployment.on('POST /sync/products', () => ({ json }));
    const { code, out } = await run('diff --type products');
    expect(code).toBe(0);
    expect(out).toBe(`de: 1 to put, 0 to delete
  product: 1 to put, 0 to delete
    + de:product:tee
en: 2 to put, 1 to delete
  product: 1 to put, 1 to delete
    + en:product:tee
    - en:product:mug
  config: 1 to put, 0 to delete
    + en:config
… and 1,297 more keys.
`);
    expect(asked()).toEqual(['POST /sync/products?dry=1']);
  });

  it('says so when nothing would change', async () => {
    const json = { success: true, dry: true, changes: [], truncated: false };
    deployment.on('POST /sync', () => ({ json }));
    expect(await run('diff')).toMatchObject({ code: 0, out: 'Nothing would change.\n' });
  });

  it('ends with 1 when the sync would fail', async () => {
    const json = { success: false, dry: true, error: 'sync_would_fail', message: 'Store en, products: why' };
    deployment.on('POST /sync', () => ({ status: 502, json: { ...json, changes: [], truncated: false } }));
    const { code, err } = await run('diff');
    expect([code, err]).toEqual([1, 'Such a sync would fail. Store en, products: why\n']);
  });

  it('says so when the deployment cannot do it', async () => {
    const json = { error: 'dry_not_available', message: 'This version cannot do a dry run.' };
    deployment.on('POST /sync', () => ({ status: 400, json }));
    const { code, err } = await run('diff');
    expect([code, err]).toEqual([3, expect.stringContaining('too old to say what a sync would change')]);
  });
});

describe('what can be looked at', () => {
  const entry = {
    store: 'en',
    id: 'run-1',
    state: 'succeeded',
    scope: 'full',
    trigger: 'request',
    createdAt: '2026-11-27T12:00:00.000Z',
    startedAt: '2026-11-27T12:00:01.000Z',
    finishedAt: '2026-11-27T12:03:21.000Z',
    written: 1_203,
    unchanged: 7,
    deleted: 2,
    requests: 240,
    failures: 0,
  };

  it('the deployment, and the last run of each store', async () => {
    const runs = [{ ...entry, store: 'de', id: 'run-2' }, entry, { ...entry, id: 'run-0', state: 'failed' }];
    deployment.on('GET /sync/runs', () => ({ json: { runs } }));
    const pulse = { hash: 'cdee016e', updatedAt: '2026-11-27T12:03:21.123Z', syncedAt: null };
    deployment.on('GET /pulse', () => ({ json: pulse }));
    const { code, out } = await run('status');
    expect(code).toBe(0);
    expect(out).toContain('Content changed  2026-11-27 12:03:21 UTC\nLast good sync   –\n');
    expect(out.match(/^(de|en) .*/gm)).toEqual([
      expect.stringMatching(
        /^de +succeeded +full, request +2026-11-27 12:00:00 UTC +3 min 20 s +1,203 .*run-2$/,
      ),
      expect.stringMatching(/run-1$/),
    ]);
  });

  it.each([
    ['under way', progressAnswer(120), 0, /Run run-1 \(full\) is running\. 120 of 200 products are in KV\./],
    ['that succeeded', resultAnswer(), 0, /succeeded in 4\.2s/],
    ['that failed', failedAnswer(), 1, /ended after 4\.2s: failed/],
  ])('a run %s', async (_what, json, code, text) => {
    deployment.on('GET /sync/runs/run-1', () => ({ json }));
    const answer = await run('status run-1');
    expect([answer.code, answer.out]).toEqual([code, expect.stringMatching(text)]);
  });

  it('past runs, of one store and as many as wanted', async () => {
    deployment.on('GET /sync/runs', () => ({ json: { runs: [entry] } }));
    const { out } = await run('runs --store en --limit 3');
    expect(asked()).toEqual(['GET /sync/runs?limit=3&store=en']);
    expect(out.split('\n')).toHaveLength(3);
  });

  it('keys, one a line', async () => {
    deployment.on('GET /cache/keys', () => ({ json: { keys: ['en:product:a', 'en:product:b'] } }));
    expect((await run('keys --prefix en:product:')).out).toBe('en:product:a\nen:product:b\n');
    expect(asked()).toEqual(['GET /cache/keys?prefix=en%3Aproduct%3A']);
  });
});

describe('maho-sync cancel', () => {
  it('cancels a run', async () => {
    deployment.on('POST /sync/runs/run-1/cancel', () => ({ json: { state: 'cancelled', run: 'run-1' } }));
    const { code, out } = await run('cancel run-1');
    expect([code, out]).toEqual([0, 'Run run-1 is cancelled. What it has written stays.\n']);
  });

  it('passes on why one cannot be cancelled', async () => {
    const json = { error: 'unknown_run', message: 'There is no run "run/9".' };
    deployment.on('POST /sync/runs/run%2F9/cancel', () => ({ status: 404, json }));
    const { code, err } = await run('cancel run/9');
    expect([code, err]).toEqual([3, expect.stringContaining('404, unknown_run: There is no run "run/9".')]);
  });
});

describe('what goes wrong', () => {
  it('a wrong secret: 3, and the deployment’s own words', async () => {
    const json = { error: 'unauthorized', message: 'The sync secret is wrong.' };
    deployment.on('POST /sync', () => ({ status: 401, json }));
    const { code, err } = await run('run');
    expect([code, err]).toEqual([
      3,
      `POST ${deployment.url}/sync was answered 401, unauthorized: The sync secret is wrong.\n`,
    ]);
  });

  it('as JSON with --json', async () => {
    const json = { error: 'locked', message: 'SYNC_SECRET is not set.' };
    deployment.on('POST /sync', () => ({ status: 503, json }));
    const { code, out, err } = await run('run --json');
    expect([code, JSON.parse(out).error, err]).toEqual([3, 'locked', '']);
  });

  it('something that is no storefront: 3', async () => {
    deployment.on('GET /cache/keys', () => ({ status: 404, text: '<h1>Not found</h1>' }));
    expect(await run('keys')).toMatchObject({ code: 3, err: expect.stringContaining('no JSON') });
    deployment.on('GET /cache/keys', () => ({ json: { keys: 'none' } }));
    expect(await run('keys')).toMatchObject({ code: 3, err: expect.stringContaining('keys') });
  });

  it('a redirect: the secret does not go along', async () => {
    const headers = { Location: 'https://elsewhere.example/cache/keys' };
    deployment.on('GET /cache/keys', () => ({ status: 301, json: {}, headers }));
    const { code, err } = await run('keys');
    expect([code, err]).toEqual([3, expect.stringContaining('leads on to https://elsewhere.example')]);
  });

  it('nobody there: 3', async () => {
    const environment = { SYNC_SECRET: SECRET, MAHO_STOREFRONT_URL: 'http://127.0.0.1:1' };
    expect(await run('keys', { environment })).toMatchObject({
      code: 3,
      err: expect.stringMatching(/GET http:\/\/127\.0\.0\.1:1\/cache\/keys\?prefix= failed: /),
    });
  });

  it('a command line nobody understands: 2, and nothing is asked', async () => {
    expect(await run('run --fast')).toMatchObject({ code: 2, err: expect.stringContaining('--help') });
    expect(asked()).toEqual([]);
  });
});

it('explains itself', async () => {
  const { code, out } = await run('--help');
  expect([code, out]).toEqual([0, expect.stringContaining('maho-sync <command>')]);
  expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
