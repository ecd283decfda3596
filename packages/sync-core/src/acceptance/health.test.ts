import { describe, expect, it } from 'vitest';
import { recordsOf } from './testing/kv-contents.js';
import { StagedShop, serverError } from './testing/staged-shop.js';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('how a store is', () => {
  it('is that nothing was ever read, before the first sync', () => {
    const health = new StagedShop(2).store().sync.health();
    expect(health).toEqual({ oldestDetailAt: null, unsettled: 0, pending: 0, due: {} });
  });

  it('tells when the oldest detail was read and what is due, by reason', async () => {
    const staged = new StagedShop(3);
    const store = staged.store();
    const readAt = staged.clock.now();
    await store.soundRun();
    staged.clock.advance(60_000);
    staged.saveProduct(2, { price: 99 });
    await store.soundRun();
    expect(store.sync.health()).toMatchObject({ oldestDetailAt: readAt, unsettled: 0, pending: 0 });
    expect(store.sync.health().due['detail-age']).toBe(4);
  });

  it('never has a detail older than a day, also when nobody asks for a sync', async () => {
    const staged = new StagedShop(30);
    const store = staged.store();
    await store.soundRun();
    for (let hours = 0; hours < 72; hours += 6) {
      await store.pass(DAY_MS / 4);
      const { oldestDetailAt } = store.sync.health();
      expect(staged.clock.now() - (oldestDetailAt ?? 0)).toBeLessThanOrEqual(DAY_MS);
    }
  });

  it('counts keys whose write was refused, until they are written', async () => {
    const staged = new StagedShop(3);
    const store = staged.store({ retries: 0 });
    await store.soundRun();
    staged.saveProduct(2, { price: 99 });
    staged.kv.refuses = ({ kind, name }) => kind === 'put' && name === 'en:product:product-2';
    await store.run();
    expect(staged.kv.refused).toBeGreaterThan(0);
    expect(store.sync.health()).toMatchObject({ unsettled: 1, due: { retry: 1 } });
    staged.kv.refuses = () => false;
    await store.pass(300_000);
    expect(store.sync.health()).toMatchObject({ unsettled: 0, pending: 0 });
    expect(store.sync.health().due.retry).toBeUndefined();
    expect(recordsOf(store, 'product').find(({ record }) => record.id === 2)?.record.price).toBe(99);
  });

  it('counts products that could not be read, until they are', async () => {
    const staged = new StagedShop(3);
    const store = staged.store({ retries: 0 });
    await store.soundRun();
    staged.saveProduct(2, { price: 99 });
    staged.override = (path) => (path === '/products/2' ? serverError() : null);
    await store.run();
    expect(store.sync.health()).toMatchObject({ unsettled: 0, due: { retry: 1 } });
    staged.override = () => null;
    await store.pass(300_000);
    expect(store.sync.health().due.retry).toBeUndefined();
  });
});

describe('what a run tells of its writes', () => {
  it('is a cause for each, and together as many as were written and deleted', async () => {
    const staged = new StagedShop(3);
    const store = staged.store();
    const total = (writes: object) => Object.values(writes).reduce((sum, count) => sum + Number(count), 0);
    const first = await store.soundRun();
    expect(total(first.report.writes)).toBe(first.report.written + first.report.deleted);
    expect(first.report.writes).toMatchObject({ 'product:changed': 3, 'config:read': 1 });
    staged.saveProduct(2, { urlKey: 'renamed', urlPath: 'renamed' });
    const second = await store.soundRun();
    expect(total(second.report.writes)).toBe(second.report.written + second.report.deleted);
    expect(second.report.writes).toMatchObject({
      'product:changed': 1,
      'product:unclaimed': 1,
      'redirect:moved': 1,
    });
    expect(recordsOf(store, 'product')).toHaveLength(3);
  });
});
