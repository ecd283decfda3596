import { describe, expect, it } from 'vitest';
import { pageAddress } from './page-address.js';
import type { PageCache } from './page-cache.js';
import { CacheApiPageStore } from './stores/cache-api-page-store.js';
import { CacheHarness, seen } from './testing/cache-harness.js';
import { pulseOf } from './testing/pulse-of.js';
import { ResponseCacheDouble } from './testing/response-cache-double.js';

const HOUR_MS = 3_600_000;

/** The stored page of a key, as it is in the store. */
function storedPage(site: CacheHarness, key: string) {
  const url = new URL(`https://shop.example/${key}`);
  return site.store?.match(pageAddress({ assetHash: 'a1', store: 'en', url, knownQuery: [] })) ?? null;
}

/** The same questions to an isolate that holds the page itself and to one that finds it in the store. */
const layers: [string, (site: CacheHarness) => PageCache][] = [
  ['from memory', (site) => site.cache],
  ['from the store', (site) => site.isolate()],
];

describe.each(layers)('a page %s', (_, isolateOf) => {
  it('is served without rendering while nothing is published', async () => {
    const site = new CacheHarness();
    site.kv.set('tee', '10');
    expect(await site.view('tee')).toMatchObject({ how: 'MISS', body: '<p>10</p>' });
    site.clock.time += 24 * HOUR_MS;
    expect(await site.view('tee', { isolate: isolateOf(site) })).toMatchObject({
      how: 'HIT',
      body: '<p>10</p>',
    });
    expect(site.renderings).toBe(1);
  });

  it('is served without rendering after a publish of other keys, and is a HIT again from then on', async () => {
    const site = new CacheHarness();
    await site.view('tee');
    site.publish({ mug: '5' });
    const isolate = isolateOf(site);
    expect(await site.view('tee', { isolate })).toMatchObject({ how: 'REVALIDATED' });
    expect(await site.view('tee', { isolate })).toMatchObject({ how: 'HIT' });
    expect(site.renderings).toBe(1);
  });

  it('is rendered once more after a publish of a key it read', async () => {
    const site = new CacheHarness();
    site.kv.set('tee', '10');
    await site.view('tee');
    site.publish({ tee: '12' });
    const isolate = isolateOf(site);
    expect(await site.view('tee', { isolate })).toMatchObject({ how: 'MISS', body: '<p>12</p>' });
    expect(await site.view('tee', { isolate })).toMatchObject({ how: 'HIT', body: '<p>12</p>' });
  });

  it('is rendered again when a key that it missed appears', async () => {
    const site = new CacheHarness();
    expect(await site.view('tee')).toMatchObject({ how: 'MISS', status: 404 });
    expect(await site.view('tee')).toMatchObject({ how: 'HIT', status: 404 });
    site.publish({ tee: '10' });
    expect(await site.view('tee', { isolate: isolateOf(site) })).toMatchObject({ how: 'MISS', status: 200 });
  });

  it('is rendered again when the log does not reach back to it', async () => {
    const site = new CacheHarness();
    await site.view('tee');
    site.publish({ mug: '5' }, 'everything');
    expect(await site.view('tee', { isolate: isolateOf(site) })).toMatchObject({ how: 'MISS' });
  });

  it('of a later publish is served to whoever knows only an older pulse, and stays as it is', async () => {
    const site = new CacheHarness();
    const older = site.pulse;
    site.publish({ tee: '12' });
    await site.view('tee');
    const before = await storedPage(site, 'tee');
    site.getPulse = () => older;
    expect(await site.view('tee', { isolate: isolateOf(site) })).toMatchObject({
      how: 'HIT',
      body: '<p>12</p>',
    });
    expect(await storedPage(site, 'tee')).toBe(before);
  });

  it('is rendered again once its end has come, however often it was revalidated', async () => {
    const site = new CacheHarness();
    const page = site.page('tee', { endsAt: site.clock.time + HOUR_MS });
    await site.view('tee', { page });
    site.publish({ mug: '5' });
    site.clock.time += HOUR_MS - 1;
    const isolate = isolateOf(site);
    expect(await site.view('tee', { isolate, page })).toMatchObject({ how: 'REVALIDATED' });
    site.clock.time += 1;
    expect(await site.view('tee', { isolate, page })).toMatchObject({ how: 'MISS' });
  });

  it('that asked the backend is served for a minute at most', async () => {
    const site = new CacheHarness();
    const page = site.page('search', { askedBackend: true });
    await site.view('search', { page });
    site.clock.time += 59_999;
    expect(await site.view('search', { isolate: isolateOf(site), page })).toMatchObject({ how: 'HIT' });
    site.clock.time += 1;
    expect(await site.view('search', { isolate: isolateOf(site), page })).toMatchObject({ how: 'MISS' });
  });
});

describe('what is stored', () => {
  it('gets a new stamp when its page is revalidated, but not more than once a minute', async () => {
    const site = new CacheHarness();
    await site.view('tee');
    const stamps: unknown[] = [];
    for (const waited of [0, 59_999, 1, 30_000, 30_000]) {
      site.clock.time += waited;
      site.publish({ mug: String(site.clock.time) });
      expect(await site.view('tee')).toMatchObject({ how: 'REVALIDATED' });
      stamps.push((await storedPage(site, 'tee'))?.stamp);
    }
    expect(stamps).toMatchObject(
      [1, 1, 4, 4, 6].map((seq) => ({ seq, hash: `h${seq}`, reads: [['tee', null]] })),
    );
  });

  it('for a later publish is not taken into the memory of an isolate that does not know it yet', async () => {
    const site = new CacheHarness();
    const older = site.pulse;
    site.publish({ tee: '12' });
    await site.view('tee');
    site.getPulse = () => older;
    const isolate = site.isolate();
    expect(await site.view('tee', { isolate })).toMatchObject({ how: 'HIT' });
    await site.store?.delete('/~a1/~en/tee');
    expect(await site.view('tee', { isolate })).toMatchObject({ how: 'MISS' });
  });

  it('is stamped with the pulse from before the rendering, not with one published during it', async () => {
    const site = new CacheHarness();
    site.kv.set('tee', '10');
    const page = {
      ...site.page('tee'),
      render: async (...[recorder]: Parameters<ReturnType<CacheHarness['page']>['render']>) => {
        const rendered = site.rendered('tee', recorder);
        site.publish({ tee: '12' });
        return rendered;
      },
    };
    expect(await site.view('tee', { page })).toMatchObject({ how: 'MISS', body: '<p>10</p>' });
    expect((await storedPage(site, 'tee'))?.stamp).toMatchObject({ hash: 'h1', seq: 1 });
    expect(await site.view('tee')).toMatchObject({ how: 'MISS', body: '<p>12</p>' });
  });

  it('is never what the data store answered from before a publish that the log names', async () => {
    const site = new CacheHarness();
    site.publish({ tee: '12' });
    site.kv.set('tee', '10');
    expect(await site.view('tee')).toMatchObject({ how: 'MISS', body: '<p>10</p>' });
    expect(await site.view('tee')).toMatchObject({ how: 'MISS', body: '<p>10</p>' });
    expect(site.events).toContainEqual(expect.objectContaining({ type: 'not_stored', why: 'behind' }));
    site.kv.set('tee', '12');
    expect(await site.view('tee')).toMatchObject({ how: 'MISS', body: '<p>12</p>' });
    expect(await site.view('tee')).toMatchObject({ how: 'HIT', body: '<p>12</p>' });
  });

  it('is nothing for two minutes after everything may have changed', async () => {
    const site = new CacheHarness();
    site.publish({ tee: '12' }, 'everything');
    site.clock.time += 119_999;
    await site.view('tee');
    expect(await site.view('tee')).toMatchObject({ how: 'MISS' });
    site.clock.time += 1;
    await site.view('tee');
    expect(await site.view('tee')).toMatchObject({ how: 'HIT' });
  });

  it('of another build is never served', async () => {
    const site = new CacheHarness();
    await site.view('tee');
    expect(await site.view('tee', { isolate: site.isolate({ assetHash: 'a2' }) })).toMatchObject({
      how: 'MISS',
    });
  });

  it('of another store is never served', async () => {
    const site = new CacheHarness();
    await site.view('tee');
    const page = { ...site.page('tee'), store: 'fr' };
    expect(await site.view('tee', { page })).toMatchObject({ how: 'MISS' });
  });

  it('can be forgotten, in the isolate and in the store', async () => {
    const site = new CacheHarness();
    await site.view('tee');
    await site.cache.forget(new URL('https://shop.example/tee?utm_source=x'), site.page('tee'));
    expect(await storedPage(site, 'tee')).toBeNull();
    expect(await site.view('tee')).toMatchObject({ how: 'MISS' });
  });

  it('does the same in the Cache API as in memory', async () => {
    const clock = { now: () => 0 };
    const cache = new ResponseCacheDouble();
    const site = new CacheHarness({
      store: new CacheApiPageStore({ cache, origin: 'https://shop.example', clock }),
    });
    site.kv.set('tee', '10 €');
    expect(await site.view('tee')).toMatchObject({ how: 'MISS' });
    expect(await site.view('tee', { isolate: site.isolate() })).toMatchObject({
      how: 'HIT',
      body: '<p>10 €</p>',
    });
  });
});

describe('a cache whose surroundings fail', () => {
  it('renders and keeps nothing while no pulse can be read, and serves nothing that was kept', async () => {
    const site = new CacheHarness();
    site.kv.set('tee', '10');
    await site.view('tee');
    const failures = [() => null, () => Promise.reject(new Error('KV is down'))];
    for (const failure of failures) {
      site.getPulse = failure;
      site.kv.set('tee', '11');
      expect(await site.view('tee')).toMatchObject({ how: 'BYPASS', body: '<p>11</p>' });
    }
    expect(site.events).toContainEqual({ type: 'pulse_failed', store: 'en', error: new Error('KV is down') });
    expect(await storedPage(site, 'tee')).toMatchObject({ stamp: { reads: [['tee', '10']] } });
  });

  it('serves every page, 304 included, where there is no place to keep pages', async () => {
    const site = new CacheHarness({ store: null });
    const first = await site.view('tee');
    expect(first).toMatchObject({ how: 'BYPASS', status: 404 });
    site.kv.set('tee', '10');
    const { headers } = await site.view('tee');
    const again = await site.view('tee', { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect(again).toMatchObject({ how: 'BYPASS', status: 304 });
    expect(site.renderings).toBe(3);
  });

  it('serves pages although the store fails, and says so', async () => {
    const error = new Error('no cache today');
    const site = new CacheHarness({
      store: { match: () => Promise.reject(error), put: () => Promise.reject(error), delete: async () => {} },
    });
    expect(await site.view('tee')).toMatchObject({ how: 'MISS' });
    expect(await site.view('tee')).toMatchObject({ how: 'HIT' });
    const failed = site.events.filter((event) => event.type === 'store_failed');
    expect(failed.map((event) => event.operation)).toEqual(['match', 'put']);
  });

  it('does not believe for ever in pages of a sequence that was begun again', async () => {
    const site = new CacheHarness();
    for (let seq = 0; seq < 5; seq++) site.publish({ tee: '12' });
    await site.view('tee');
    site.kv.set('tee', '13');
    site.getPulse = () => pulseOf({ hash: 'x1', seq: 1 });
    expect(await site.view('tee')).toMatchObject({ how: 'HIT', body: '<p>12</p>' });
    site.clock.time += 10 * 60_000;
    expect(await site.view('tee')).toMatchObject({ how: 'MISS', body: '<p>13</p>' });
    expect(await site.view('tee')).toMatchObject({ how: 'HIT', body: '<p>13</p>' });
  });

  it('tells how each request was answered', async () => {
    const site = new CacheHarness();
    await site.view('tee');
    await site.view('tee');
    await seen(
      await site.cache.respond(new Request('https://shop.example/tee', { method: 'POST' }), site.page('tee')),
    );
    const served = site.events.filter((event) => event.type === 'served');
    expect(served.map(({ status, address }) => [status, address])).toEqual([
      ['MISS', '/~a1/~en/tee'],
      ['HIT', '/~a1/~en/tee'],
      ['BYPASS', null],
    ]);
  });
});
