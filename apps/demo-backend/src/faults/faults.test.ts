import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningDemoBackend, startDemoBackend } from '../backend.js';
import { generateCatalogue } from '../catalogue/generate-catalogue.js';
import { smallShop } from '../testing/small-shop.js';

describe('faults in one process', () => {
  it('hits matching requests only, and only so many times', async () => {
    const shop = smallShop();
    shop.faults.set([{ match: /page=2/, kind: 'status', status: 503, times: 1, retryAfter: 3 }]);
    expect((await shop.get('/products?page=1')).status).toBe(200);
    const hit = await shop.get('/products?page=2');
    expect([hit.status, hit.body.error, hit.headers.get('Retry-After')]).toEqual([
      503,
      'service_unavailable',
      '3',
    ]);
    expect((await shop.get('/products?page=2')).status).toBe(200);
  });

  it('lets chance decide by the random source', async () => {
    const shop = smallShop({ random: () => 0.5 });
    shop.faults.set([{ kind: 'status', probability: 0.4 }]);
    expect((await shop.get('/stores')).status).toBe(200);
    shop.faults.set([{ kind: 'status', probability: 0.6 }]);
    expect((await shop.get('/stores')).status).toBe(500);
  });

  it('answers as a backend whose API is switched off', async () => {
    const shop = smallShop();
    shop.faults.set([{ kind: 'protocol_disabled' }]);
    const answer = await shop.get('/stores');
    expect([answer.status, answer.body.error, answer.body.code]).toEqual([
      404,
      'protocol_disabled',
      undefined,
    ]);
  });

  it('answers HTML, cuts bodies short, resets and hangs', async () => {
    const shop = smallShop();
    const fetchStores = (init?: RequestInit) => shop.fetch('https://shop.test/api/rest/v2/stores', init);
    shop.faults.set([{ kind: 'html' }]);
    expect((await fetchStores()).headers.get('Content-Type')).toContain('text/html');
    shop.faults.set([{ kind: 'truncate' }]);
    await expect((await fetchStores()).text()).rejects.toThrow(/terminated/);
    shop.faults.set([{ kind: 'reset' }]);
    await expect(fetchStores()).rejects.toThrow(/fetch failed/);
    shop.faults.set([{ kind: 'hang' }]);
    await expect(fetchStores({ signal: AbortSignal.timeout(20) })).rejects.toThrow(/timeout/i);
    shop.faults.clear();
    expect((await fetchStores()).status).toBe(200);
  });
});

describe('faults that hit after the work was done', () => {
  const create = (shop: ReturnType<typeof smallShop>, init: RequestInit = {}) =>
    shop.fetch('https://shop.test/api/rest/v2/guest-carts', { method: 'POST', ...init });
  const carts = async (shop: ReturnType<typeof smallShop>) => (await shop.control('GET', '/shop')).body.carts;

  it('lose the answer, and the cart is there', async () => {
    const shop = smallShop();
    shop.faults.set([{ match: /guest-carts$/, kind: 'lost', times: 1 }]);
    await expect(create(shop)).rejects.toThrow(/fetch failed/);
    expect(await carts(shop)).toHaveLength(1);
  });

  it('answer with a status of their own instead', async () => {
    const shop = smallShop();
    shop.faults.set([{ kind: 'lost', status: 504 }]);
    expect((await create(shop)).status).toBe(504);
    expect(await carts(shop)).toHaveLength(1);
  });

  it('stall until the caller gives up', async () => {
    const shop = smallShop();
    shop.faults.set([{ kind: 'stalled' }]);
    await expect(create(shop, { signal: AbortSignal.timeout(20) })).rejects.toThrow(/timeout/i);
    expect(await carts(shop)).toHaveLength(1);
  });
});

describe('over HTTP', () => {
  let backend: RunningDemoBackend;
  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${backend.url}/_control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const stores = (init?: RequestInit) => fetch(`${backend.url}/api/rest/v2/stores`, init);

  beforeAll(async () => {
    const catalogue = generateCatalogue({ products: 40, categories: 12, stores: 2, seed: 1 });
    backend = await startDemoBackend({ catalogue });
  });
  afterAll(() => backend.close());

  it('names media under its own address', async () => {
    const body: unknown = await (await fetch(`${backend.url}/api/rest/v2/store-config`)).json();
    expect(body).toMatchObject({ baseMediaUrl: `${backend.url}/media/` });
  });

  it('breaks connections as told from another process', async () => {
    await control('PUT', '/faults', { faults: [{ kind: 'truncate', match: 'stores' }] });
    await expect((await stores()).text()).rejects.toThrow();
    await control('PUT', '/faults', [{ kind: 'reset' }]);
    await expect(stores()).rejects.toThrow();
    await control('PUT', '/faults', [{ kind: 'hang' }]);
    await expect(stores({ signal: AbortSignal.timeout(50) })).rejects.toThrow();
    await control('DELETE', '/faults');
    expect((await stores()).status).toBe(200);
  });

  it('counts requests by route and starts anew', async () => {
    await control('POST', '/stats/reset');
    await Promise.all([stores(), stores(), fetch(`${backend.url}/api/rest/v2/products?categoryId=4`)]);
    const stats: unknown = await (await control('GET', '/stats')).json();
    expect(stats).toMatchObject({ total: 3, byRoute: { stores: 2, categoryListing: 1 }, inFlight: 0 });
  });

  it('edits by name and refuses what makes no sense', async () => {
    const [product] = backend.catalogue.index.listed(backend.catalogue.defaultStore);
    const edited = await control('POST', '/edit', { op: 'setStock', id: product?.id, qty: 0 });
    expect(edited.status).toBe(200);
    expect(product?.inStock).toBe(false);
    expect((await control('POST', '/edit', { op: 'explode' })).status).toBe(422);
    expect((await control('POST', '/edit', { op: 'setStock', id: 1 })).status).toBe(422);
    expect((await control('GET', '/nothing')).status).toBe(404);
  });

  it('creates products, sets latency and cache, and sums up the catalogue', async () => {
    const created: unknown = await (
      await control('POST', '/edit', { op: 'createProduct', name: 'X', price: 3 })
    ).json();
    expect(created).toMatchObject({ ok: true, id: Math.max(...backend.catalogue.products.keys()) });
    expect((await control('PUT', '/item-cache', { seconds: 300 })).status).toBe(200);
    expect((await control('PUT', '/latency', { ms: 30 })).status).toBe(200);
    const startedAt = performance.now();
    await stores();
    expect(performance.now() - startedAt).toBeGreaterThan(25);
    await control('PUT', '/latency', { ms: 0 });
    const summary: unknown = await (await control('GET', '/catalogue/summary')).json();
    expect(summary).toMatchObject({ stores: [{ code: 'en' }, { code: 'de', listedProducts: 25 }] });
  });
});
