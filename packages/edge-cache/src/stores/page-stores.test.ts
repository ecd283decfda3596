import { describe, expect, it } from 'vitest';
import { describePageStore } from '../testing/describe-page-store.js';
import { LyingPageStore } from '../testing/lying-page-store.js';
import { ResponseCacheDouble } from '../testing/response-cache-double.js';
import { samplePage } from '../testing/sample-page.js';
import { seededRandom } from '../testing/seeded-random.js';
import { CACHE_API_MAX_AGE_S, CacheApiPageStore } from './cache-api-page-store.js';
import { MemoryPageStore } from './memory-page-store.js';

const origin = 'https://shop.example';

describePageStore('memory', { create: () => new MemoryPageStore(), keeps: true });

describePageStore('the Cache API', {
  create: () => new CacheApiPageStore({ cache: new ResponseCacheDouble(), origin, clock: Date }),
  keeps: true,
});

describePageStore('a liar that never lies', {
  create: () => new LyingPageStore({ lost: 0, evicted: 0, outdated: 0 }, seededRandom(1)),
  keeps: true,
});

describePageStore('a liar', {
  create: () => new LyingPageStore({ lost: 0.3, evicted: 0.3, outdated: 0.5 }, seededRandom(2)),
  keeps: false,
});

describe('pages in the Cache API', () => {
  function setUp(now: number) {
    const cache = new ResponseCacheDouble();
    return { cache, store: new CacheApiPageStore({ cache, origin, clock: { now: () => now } }) };
  }

  it('stay as long as the cache will keep them, or until they end', async () => {
    const { cache, store } = setUp(1_000);
    await store.put('/a', samplePage('a'));
    await store.put('/b', samplePage('b', { endsAt: 2_500 }));
    await store.put('/c', samplePage('c', { endsAt: 1_000 }));
    expect([...cache.entries].map(([url, { headers }]) => [url, headers.get('cache-control')])).toEqual([
      [`${origin}/a`, `public, max-age=${CACHE_API_MAX_AGE_S}`],
      [`${origin}/b`, 'public, max-age=2'],
    ]);
  });

  it('carry no header that depends on how much a page read', async () => {
    const { cache, store } = setUp(0);
    const reads = Array.from({ length: 5_000 }, (_, index) => [`key:${index}`, 'f'.repeat(8)] as const);
    await store.put('/a', samplePage('a', { stamp: { reads } }));
    expect(Object.keys(Object.fromEntries(cache.entries.get(`${origin}/a`)?.headers ?? [])).sort()).toEqual([
      'cache-control',
      'content-type',
    ]);
  });

  it('are absent where somebody else put something', async () => {
    const { cache, store } = setUp(0);
    await cache.put(`${origin}/a`, new Response('<html></html>'));
    expect(await store.match('/a')).toBeNull();
  });
});
