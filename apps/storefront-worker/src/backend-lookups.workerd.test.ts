import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { keys } from '@maho-storefront/kv-schema';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { deploymentPulse } from './deployment/deployment-pulse.js';
import { platformClock } from './platform/clock.js';
import { backendControl } from './testing/backend-control.js';
import { visitEach } from './testing/page-visits.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { type Answer, call, type Isolate, post } from './testing/worker-client.js';
import { makeWorker } from './worker.js';

const statsSchema = z.object({ byRoute: z.record(z.string(), z.number()), highestInFlight: z.number() });
let isolate: Isolate;

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

beforeEach(async () => {
  // Both forget what was looked up before.
  isolate = makeWorker();
  await evictDurableObject(deploymentPulse(env));
  await backendControl.forgetRequests();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await backendControl.heal();
  await backendControl.delay(0);
});

const visit = (path: string): Promise<Answer> =>
  call(path, { isolate, origin: 'http://en.localhost', secret: null, variables: { PULSE_MEMO_MS: '0' } });

async function stats() {
  return statsSchema.parse(await backendControl.stats());
}

/** Asks for each path, 16 at a time. */
async function visitMany(paths: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  await visitEach(paths, async (path) => void answers.push(await visit(path)));
  return answers;
}

/** Lets no time pass: budgets stay as they are, however long a test takes. */
function stopTime(): void {
  const now = Date.now();
  vi.spyOn(platformClock, 'now').mockImplementation(() => now);
}

const many = (count: number, path: (n: number) => string) => Array.from({ length: count }, (_, n) => path(n));

describe('a stranger who asks for what is not there', () => {
  test('gets 404 each time and the backend hears of 60 a minute', async () => {
    stopTime();
    const answers = await visitMany(many(150, (n) => `/stranger-${n}`));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    const { byRoute } = await stats();
    expect(byRoute).toEqual({ urlResolver: 60 });
  });

  test('is told the same again for a minute without anybody being asked, unless nobody was', async () => {
    stopTime();
    expect((await visit('/nowhere')).headers.get('x-edge-cache')).toBe('MISS');
    expect((await visit('/nowhere')).headers.get('x-edge-cache')).toBe('HIT');
    await visitMany(many(70, (n) => `/used-up-${n}`));
    const refused = await visit('/unheard-of');
    const again = await visit('/unheard-of');
    expect([refused, again].map(({ status, headers }) => [status, headers.get('x-edge-cache')])).toEqual([
      [404, 'MISS'],
      [404, 'MISS'],
    ]);
  });

  test('takes no product from anybody that KV does not show yet', async () => {
    stopTime();
    const [product] = await new ShopInKv('en').products();
    if (!product) throw new Error('The shop has no product');
    await visitMany(many(70, (n) => `/out-of-budget-${n}`));
    const key = keys.product('en', product.slug);
    const { value, metadata } = await env.CONTENT.getWithMetadata(key, 'text');
    await env.CONTENT.delete(key);
    const { status, text } = await visit(`/${product.slug}?x=1`);
    await env.CONTENT.put(key, value ?? '', { metadata });
    expect([status, text.includes(product.name)]).toEqual([200, true]);
  });
});

describe('searches', () => {
  test('beyond 300 a minute are asked for a little patience, with what was typed kept', async () => {
    stopTime();
    const answers = await visitMany(many(340, (n) => `/search?q=shirt+${n}`));
    const refused = answers.filter(({ status }) => status === 503);
    expect([answers.length, refused.length]).toEqual([340, 40]);
    expect((await stats()).byRoute).toEqual({ productSearch: 300 });
    for (const { headers, text } of refused) {
      expect(headers.get('retry-after')).toBe('1');
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(text).toMatch(/<input[^>]+value="shirt \d+"/);
    }
    const suggestions = await visit('/search?q=shirt&suggest=1');
    expect([suggestions.status, suggestions.headers.get('retry-after')]).toEqual([503, '1']);
    expect(suggestions.json).toEqual({
      error: 'backend_busy',
      message: expect.stringContaining('Try again'),
    });
  });

  test('that nobody answers are no page of anything, and suggestions say so without naming the backend', async () => {
    await backendControl.fail([{ kind: 'status', status: 500 }]);
    const page = await visit('/search?q=down');
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30']);
    const suggestions = await visit('/search?q=down&suggest=1');
    expect([suggestions.status, suggestions.json.error]).toEqual([502, 'backend_failed']);
    expect(suggestions.text).not.toContain('127.0.0.1');
    await backendControl.heal();
    expect((await visit('/search?q=down')).status).toBe(200);
  });

  test('find nothing behind their last page, for a minute', async () => {
    const path = '/search?q=shirt&page=77';
    const how = async () => {
      const { status, headers } = await visit(path);
      return [status, headers.get('x-edge-cache')];
    };
    expect([await how(), await how()]).toEqual([
      [404, 'MISS'],
      [404, 'HIT'],
    ]);
    vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + 61_000);
    expect(await how()).toEqual([404, 'MISS']);
  });
});

describe('the backend', () => {
  test('gets no more than six requests at a time from syncs and pages together, and pages get their turn', async () => {
    await backendControl.delay(20);
    await backendControl.forgetRequests();
    const sync = post('/sync?store=en&rebuild=1');
    const answers = await visitMany(many(40, (n) => `/search?q=lamp+${n}`));
    expect((await sync).json).toMatchObject({ success: true });
    // On a busy machine one or the other may wait for too long.
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
    expect((await stats()).highestInFlight).toBeLessThanOrEqual(6);
  });
});
