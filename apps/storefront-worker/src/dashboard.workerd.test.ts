import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SESSION_MS } from './dashboard/session.js';
import { platformClock } from './platform/clock.js';
import { backendControl } from './testing/backend-control.js';
import { eventList } from './testing/event-list.js';
import { TEST_SYNC_SECRET } from './testing/test-secret.js';
import { type Answer, type CallOptions, call, post } from './testing/worker-client.js';

const HERE = { Origin: 'https://shop.example' };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

afterEach(async () => {
  vi.restoreAllMocks();
  await backendControl.heal();
  await backendControl.delay(0);
  await reset();
});

function send(path: string, fields: Record<string, string>, options: CallOptions = {}): Promise<Answer> {
  const { headers, ...rest } = options;
  const body = new URLSearchParams(fields).toString();
  return post(path, { secret: null, body, headers: { ...FORM, ...HERE, ...headers }, ...rest });
}

async function signIn(options: CallOptions = {}): Promise<string> {
  const answer = await send('/sync/dashboard/sign-in', { secret: TEST_SYNC_SECRET }, options);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sync/dashboard']);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

function visit(cookie: string, path = '/sync/dashboard', headers: Record<string, string> = {}) {
  return call(path, { secret: null, headers: { Cookie: cookie, ...headers } });
}

describe('who sees the dashboard', () => {
  test('nobody without a session: a stranger gets the sign-in, and nothing of the runs', async () => {
    await post('/sync/config');
    for (const cookie of ['', '__Host-maho-sync=1.0', `__Host-maho-sync=${TEST_SYNC_SECRET}`]) {
      const { status, text, headers } = await visit(cookie);
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(text).toContain('type="password"');
      expect(text).not.toMatch(/Sync now|English|config/);
    }
  });

  test('not the bearer of a secret in a header: a session is what the forms rely on', async () => {
    expect((await call('/sync/dashboard')).text).toContain('type="password"');
    expect((await call('/sync/dashboard/events')).status).toBe(401);
  });

  test('a wrong secret is told so, and gets no cookie', async () => {
    const answer = await send('/sync/dashboard/sign-in', { secret: 'wrong' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
    expect(answer.text).toContain('That is not the sync secret.');
  });

  test('the cookie holds no secret, is for this host over https, and for no script', async () => {
    const answer = await send('/sync/dashboard/sign-in', { secret: TEST_SYNC_SECRET });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-maho-sync=\d+\.[0-9a-f]{64}; /);
    expect(cookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=7200',
      'Path=/',
      'SameSite=Strict',
      'Secure',
    ]);
    expect(cookie).not.toContain(TEST_SYNC_SECRET);
  });

  test('a session ends by itself, with the secret, and by signing out', async () => {
    const cookie = await signIn();
    expect((await visit(cookie)).text).toContain('Sync now');
    const variables = { SYNC_SECRET: 'another-secret-of-the-tests' };
    const renewed = await call('/sync/dashboard', { secret: null, headers: { Cookie: cookie }, variables });
    expect(renewed.text).toContain('type="password"');
    vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + SESSION_MS + 1);
    expect((await visit(cookie)).text).toContain('type="password"');
    const out = await send('/sync/dashboard/sign-out', {}, { headers: { Cookie: cookie } });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      303,
      expect.stringContaining('__Host-maho-sync=; Max-Age=0'),
    ]);
  });

  test('nobody while there is no secret: locked, and says what to do', async () => {
    for (const SYNC_SECRET of ['', 'change-me', 'short']) {
      const variables = { SYNC_SECRET };
      const { status, text } = await call('/sync/dashboard', { secret: null, variables });
      expect([status, text.includes('wrangler secret put SYNC_SECRET')]).toEqual([503, true]);
      expect(text).not.toContain('type="password"');
      const entry = await send('/sync/dashboard/sign-in', { secret: SYNC_SECRET }, { variables });
      expect([entry.status, entry.json.error]).toEqual([503, 'locked']);
    }
  });

  test('anyone in development without a secret', async () => {
    const variables = { SYNC_SECRET: '', ENVIRONMENT: 'development' };
    const { text } = await call('/sync/dashboard', { secret: null, variables });
    expect(text).toContain('Sync now');
    expect(text).not.toContain('Sign out');
  });
});

describe('its forms', () => {
  test.each(['sign-in', 'sign-out', 'sync', 'cancel'])('%s is refused from another page', async (form) => {
    const cookie = await signIn();
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const fields = { secret: TEST_SYNC_SECRET, type: 'config' };
      const answer = await send(`/sync/dashboard/${form}`, fields, {
        headers: { Cookie: cookie, ...headers },
      });
      expect([answer.status, answer.json.error]).toEqual([403, 'cross_origin']);
    }
    expect((await call('/sync/runs')).json.runs).toEqual([]);
  });

  test('“sync now” needs a session', async () => {
    const answer = await send('/sync/dashboard/sync', { type: 'config' });
    expect([answer.status, answer.json.error]).toEqual([401, 'unauthorized']);
    expect((await call('/sync/runs')).json.runs).toEqual([]);
  });

  test('“sync now” of ids is refused: a form names none', async () => {
    const headers = { Cookie: await signIn() };
    for (const type of ['products-by-id', 'categories-by-id']) {
      const answer = await send('/sync/dashboard/sync', { type }, { headers });
      expect([answer.status, answer.text.includes('no form names')]).toEqual([400, true]);
    }
    expect((await call('/sync/runs')).json.runs).toEqual([]);
  });

  test('“sync now” starts what its button says, with its switches, and it goes on by itself', async () => {
    const cookie = await signIn();
    const fields = { type: 'config', store: 'en', rebuild: '1' };
    const answer = await send('/sync/dashboard/sync', fields, { headers: { Cookie: cookie } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sync/dashboard']);
    await vi.waitFor(async () => {
      const { json } = await call('/sync/runs');
      expect(json.runs).toMatchObject([{ store: 'en', scope: 'config', state: 'succeeded' }]);
    }, 10_000);
  });

  test('“cancel” ends the sync that is under way, in all its stores', async () => {
    const cookie = await signIn();
    const options = { headers: { Cookie: cookie } };
    await backendControl.delay(200);
    await send('/sync/dashboard/sync', { type: 'full' }, options);
    const [, run = ''] = /name="run" value="([^"]+)"/.exec((await visit(cookie)).text) ?? [];
    expect((await send('/sync/dashboard/cancel', { run }, options)).status).toBe(303);
    const { runs } = (await call('/sync/runs')).json;
    expect(runs).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }]);
    expect((await visit(cookie)).text).not.toContain('name="run"');
    const again = await send('/sync/dashboard/cancel', { run }, options);
    expect([again.status, again.text.includes('has ended already')]).toEqual([409, true]);
  });

  test('what keeps a sync from beginning stands on the page', async () => {
    const cookie = await signIn();
    const unknown = await send('/sync/dashboard/sync', { type: 'all' }, { headers: { Cookie: cookie } });
    expect(unknown.status).toBe(400);
    expect(unknown.text).toContain('There is no sync of &quot;all&quot;.');
    await backendControl.fail([{ kind: 'protocol_disabled' }]);
    const failed = await send('/sync/dashboard/sync', { type: 'full' }, { headers: { Cookie: cookie } });
    expect([failed.status, failed.text.includes('/api/rest/v2/stores')]).toEqual([502, true]);
  });
});

describe('what it shows', () => {
  let cookie = '';

  beforeEach(async () => {
    cookie = await signIn();
  });

  test('each run with what it changed, a chart, and failures with their reasons', async () => {
    await post('/sync');
    await post('/sync/products');
    await backendControl.fail([{ kind: 'protocol_disabled', match: '^/api/rest/v2/blog-posts' }]);
    await post('/sync/blog?store=en');
    const { text, headers } = await visit(cookie);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
    expect(text).not.toMatch(/ style=|<style|<script(?![^>]* src=)/);
    expect(text).toContain('Nothing is under way.');
    expect(text).not.toMatch(/http-equiv="refresh"|<script/);
    const [, german = '', english = ''] = text.split('<section class="card" aria-labelledby="store-');
    expect(german.match(/<tr>/g)).toHaveLength(1 + 2);
    expect(german).toMatch(/full, request.*products, request|products, request.*full, request/s);
    expect(german.match(/<rect/g)).toHaveLength(2);
    expect(english).toContain('1 failure');
    expect(english).toMatch(/blog-posts: .*\/api\/rest\/v2\/blog-posts/);
    const types = [
      'full',
      'changes',
      'config',
      'categories',
      'products',
      'cms-pages',
      'blog-posts',
      'countries',
    ];
    for (const type of types) {
      expect(text).toContain(`name="type" value="${type}"`);
    }
  });

  test('progress of the run that is under way: by itself with a script, by loading again without', async () => {
    await backendControl.delay(100);
    await send('/sync/dashboard/sync', { type: 'full' }, { headers: { Cookie: cookie } });
    const { text } = await visit(cookie);
    expect(text).toContain('A sync is under way.');
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="5"');
    expect(text).toMatch(/<script type="module" src="\/assets\/dashboard\.[0-9a-f]+\.js">/);
    expect(text).toContain('data-live="/sync/dashboard/events"');
    await backendControl.delay(10);
    const events = eventList((await visit(cookie, '/sync/dashboard/events')).text);
    expect(events.length).toBeGreaterThan(1);
    expect(events[0]?.event).toBe('progress');
    expect(events[0]?.data).toMatch(/<progress max="\d+" value="\d+" aria-label="Products in KV">/);
    expect(events.at(-1)?.event).toBe('end');
    expect(events.at(-1)?.data).toContain('No run is under way.');
  });
});
