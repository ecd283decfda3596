import { describe, expect, it } from 'vitest';
import type { CachedPage } from './page-cache.js';
import type { RenderedPage } from './rendered-page.js';
import { MemoryPageStore } from './stores/memory-page-store.js';
import type { PageStore } from './stores/page-store.js';
import { CacheHarness, type Seen, seen } from './testing/cache-harness.js';

/** A page whose renderings wait until the test lets each of them go. */
class GatedPage {
  readonly gates: { open(): void; fail(error: Error): void }[] = [];
  readonly page: CachedPage;

  constructor(
    site: CacheHarness,
    key: string,
    extra: (rendering: number) => Partial<RenderedPage> = () => ({}),
  ) {
    this.page = {
      store: 'en',
      knownQuery: [],
      render: async (recorder, signal) => {
        const rendering = this.gates.length;
        await new Promise<void>((open, fail) => {
          this.gates.push({ open, fail });
          signal.addEventListener('abort', () => fail(new Error('the visitor left')));
        });
        return site.rendered(key, recorder, extra(rendering));
      },
    };
  }

  /** Waits until so many renderings have begun. */
  async begun(count: number): Promise<void> {
    for (let turn = 0; turn < 100 && this.gates.length < count; turn++) await Promise.resolve();
    expect(this.gates).toHaveLength(count);
  }
}

function visit(site: CacheHarness, { page }: GatedPage, init: RequestInit = {}): Promise<Seen> {
  return site.cache.respond(new Request('https://shop.example/tee', init), page).then(seen);
}

describe('visitors who miss the same page at the same time', () => {
  it('wait for one rendering', async () => {
    const site = new CacheHarness();
    const gated = new GatedPage(site, 'tee');
    const visits = Array.from({ length: 20 }, () => visit(site, gated));
    await gated.begun(1);
    gated.gates[0]?.open();
    const answers = await Promise.all(visits);
    expect(answers.map(({ how, body }) => [how, body])).toEqual(
      Array.from({ length: 20 }, () => ['MISS', '<p>nothing here</p>']),
    );
    expect(gated.gates).toHaveLength(1);
  });

  it('all hear of its failure, which the next visitor does not', async () => {
    const site = new CacheHarness();
    const gated = new GatedPage(site, 'tee');
    const visits = [visit(site, gated), visit(site, gated), visit(site, gated)];
    await gated.begun(1);
    gated.gates[0]?.fail(new Error('broken template'));
    const results = await Promise.allSettled(visits);
    expect(results.map((result) => result.status === 'rejected' && String(result.reason))).toEqual(
      Array.from({ length: 3 }, () => 'Error: broken template'),
    );
    const next = visit(site, gated);
    await gated.begun(2);
    gated.gates[1]?.open();
    expect(await next).toMatchObject({ how: 'MISS' });
  });

  it.each<[string, Partial<RenderedPage>]>([
    ['personal', { personal: true }],
    ['with a cookie', { headers: [['Set-Cookie', 'cart=1']] }],
    ['an error', { status: 503 }],
  ])('never share one that turns out to be %s', async (_, extra) => {
    const site = new CacheHarness();
    const gated = new GatedPage(site, 'tee', (rendering) => ({ ...extra, body: `for ${rendering}` }));
    const visits = [visit(site, gated), visit(site, gated), visit(site, gated)];
    await gated.begun(1);
    gated.gates[0]?.open();
    await gated.begun(3);
    for (const gate of gated.gates) gate.open();
    const answers = await Promise.all(visits);
    expect(answers.map(({ how, body }) => [how, body])).toEqual([
      ['BYPASS', 'for 0'],
      ['BYPASS', 'for 1'],
      ['BYPASS', 'for 2'],
    ]);
  });

  it('go on with a rendering of their own when the visitor they waited for leaves', async () => {
    const site = new CacheHarness();
    const gated = new GatedPage(site, 'tee');
    const leaver = new AbortController();
    const visits = [visit(site, gated, { signal: leaver.signal }), visit(site, gated), visit(site, gated)];
    await gated.begun(1);
    leaver.abort();
    await gated.begun(2);
    gated.gates[1]?.open();
    const [left, ...others] = await Promise.allSettled(visits);
    expect(left).toMatchObject({ status: 'rejected', reason: new Error('the visitor left') });
    for (const other of others) expect(other).toMatchObject({ status: 'fulfilled', value: { how: 'MISS' } });
    expect(gated.gates).toHaveLength(2);
  });

  it('get no rendering that began before a publish they know of', async () => {
    const site = new CacheHarness();
    site.kv.set('tee', '10');
    const gated = new GatedPage(site, 'tee');
    const before = visit(site, gated);
    await gated.begun(1);
    site.publish({ tee: '12' });
    const after = visit(site, gated);
    await gated.begun(2);
    for (const gate of gated.gates) gate.open();
    expect(await after).toMatchObject({ how: 'MISS', body: '<p>12</p>' });
    await before;
    expect(await visit(site, gated)).toMatchObject({ how: 'HIT', body: '<p>12</p>' });
  });

  it('do not wait for a rendering that hangs longer than ten seconds', async () => {
    const site = new CacheHarness();
    const gated = new GatedPage(site, 'tee');
    const hanging = visit(site, gated);
    await gated.begun(1);
    site.clock.time += 10_000;
    const next = visit(site, gated);
    await gated.begun(2);
    gated.gates[1]?.open();
    expect(await next).toMatchObject({ how: 'MISS' });
    gated.gates[0]?.open();
    await hanging;
  });

  it('ask the store once, and put the page back once', async () => {
    const asked: string[] = [];
    const inner = new MemoryPageStore();
    const store: PageStore = {
      match: (address) => inner.match(address).finally(() => void asked.push('match')),
      put: (address, page) => inner.put(address, page).finally(() => void asked.push('put')),
      delete: (address) => inner.delete(address),
    };
    const site = new CacheHarness({ store });
    await site.view('tee');
    site.publish({ mug: '5' });
    site.clock.time += 60_000;
    asked.length = 0;
    const isolate = site.isolate();
    const ask = () => site.view('tee', { isolate });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ how }) => how)).toEqual(['REVALIDATED', 'REVALIDATED', 'REVALIDATED']);
    expect(asked).toEqual(['match', 'put']);
    expect(site.renderings).toBe(1);
  });
});
