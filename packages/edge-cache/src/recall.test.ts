import { describe, expect, it } from 'vitest';
import type { CachedPage, PageCache } from './page-cache.js';
import type { Pulse } from './pulse.js';
import { CacheHarness, seen } from './testing/cache-harness.js';

/** An isolate that knows a pulse without waiting, until it is told that it knows none. */
function setUp() {
  const site = new CacheHarness();
  const known: { pulse: () => Pulse | null } = { pulse: () => site.pulse };
  const getPulse = Object.assign(() => site.pulse, { known: () => known.pulse() });
  return { site, known, isolate: site.isolate({ getPulse }) };
}

async function recall(isolate: PageCache, page: CachedPage, init: RequestInit & { path?: string } = {}) {
  const { path = '/tee', ...rest } = init;
  const response = isolate.recall(new Request(`https://shop.example${path}`, rest), page);
  return response && seen(response);
}

describe('an answer without waiting', () => {
  it('is there for a page that the isolate holds, and is that of the page', async () => {
    const { site, isolate } = setUp();
    site.kv.set('tee', '10');
    const page = site.page('tee');
    expect(await recall(isolate, page)).toBeNull();
    const rendered = await site.view('tee', { isolate });
    const held = await recall(isolate, page);
    expect(held).toMatchObject({ how: 'HIT', status: 200, body: '<p>10</p>' });
    expect(held?.headers.get('etag')).toBe(rendered.headers.get('etag'));
    expect(site.events.at(-1)).toMatchObject({ type: 'served', status: 'HIT', store: 'en' });
    expect(site.renderings).toBe(1);
  });

  it('is REVALIDATED once after a publish of other keys, and not there after one of its own', async () => {
    const { site, isolate } = setUp();
    const page = site.page('tee');
    await site.view('tee', { isolate });
    site.publish({ mug: '5' });
    expect((await recall(isolate, page))?.how).toBe('REVALIDATED');
    expect((await recall(isolate, page))?.how).toBe('HIT');
    site.publish({ tee: '12' });
    expect(await recall(isolate, page)).toBeNull();
    expect(await site.view('tee', { isolate })).toMatchObject({ how: 'MISS', body: '<p>12</p>' });
  });

  it('is 304 for a browser that has the page', async () => {
    const { site, isolate } = setUp();
    site.kv.set('tee', '10');
    const { headers } = await site.view('tee', { isolate });
    const init = { headers: { 'If-None-Match': headers.get('etag') ?? '' } };
    expect(await recall(isolate, site.page('tee'), init)).toMatchObject({ status: 304, body: '' });
  });

  it('is not there while the pulse would have to be waited for', async () => {
    const { site, known, isolate } = setUp();
    await site.view('tee', { isolate });
    known.pulse = () => null;
    expect(await recall(isolate, site.page('tee'))).toBeNull();
    expect(await recall(site.cache, site.page('tee'))).toBeNull();
  });

  it('is not there for another address, another store, or what is no GET', async () => {
    const { site, isolate } = setUp();
    await site.view('tee', { isolate });
    const page = site.page('tee');
    expect(await recall(isolate, page, { path: '/tee?page=2' })).toBeNull();
    expect(await recall(isolate, { ...page, store: 'de' })).toBeNull();
    for (const method of ['HEAD', 'POST']) expect(await recall(isolate, page, { method })).toBeNull();
  });
});
