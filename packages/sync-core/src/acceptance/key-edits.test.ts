import { describe, expect, it } from 'vitest';
import { KeyEdits } from '../key-edits/key-edits.js';
import { StagedShop } from './testing/staged-shop.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** What makes another record of that under a key. */
const BY_HAND: Readonly<Record<string, object>> = {
  'en:products:category:10:page:1': { products: [] },
  'en:redirect:product-3': { to: 'product-1' },
  'en:cms:about': { title: 'By hand' },
  'en:config': { storeName: 'By hand' },
};
const SLUG = 'en:product:product-3';

async function syncedShop() {
  const shop = new StagedShop(5);
  shop.addContent(shop.shop.pages, 1, 'about');
  const store = shop.store();
  await store.soundRun();
  return { shop, store, edits: new KeyEdits(store.options, store.sync), kv: shop.kv };
}

describe('keys deleted by hand', () => {
  it.each([
    SLUG,
    'en:config',
    'en:countries',
    'en:categories',
    'en:menu',
    'en:category:10',
    'en:products:category:10:page:1',
    'en:cms:about',
    'en:cms-pages',
  ])('are gone at once, in the pulse too, and written again by the sync itself: %s', async (key) => {
    const { store, edits, kv } = await syncedShop();
    const [value, hash] = [await kv.get(key), store.pulse().hash];
    expect(value).not.toBeNull();
    expect(await edits.remove([key])).toEqual({ deleted: [key], failed: [] });
    expect(await kv.get(key)).toBeNull();
    expect(store.pulse().hash).not.toBe(hash);
    await store.pass(60_000);
    expect(await kv.get(key)).toBe(value);
    expect(store.pulse().hash).toBe(hash);
  });

  it('stay away when nothing belongs to them', async () => {
    const { store, edits, kv } = await syncedShop();
    await kv.put('en:product:from-before', '{}', {});
    expect(await edits.remove(['en:product:from-before'])).toMatchObject({
      deleted: ['en:product:from-before'],
    });
    await store.pass(60_000);
    await store.soundRun();
    expect(await kv.get('en:product:from-before')).toBeNull();
  });

  it('are all left alone when one of them may not be deleted', async () => {
    const { edits, kv } = await syncedShop();
    for (const [key, code] of [
      ['en:pulse', 'protected_key'],
      ['pulse', 'protected_key'],
      ['_stores', 'protected_key'],
      ['de:config', 'foreign_key'],
      ['en:something:else', 'foreign_key'],
    ] as const) {
      await expect(edits.remove([SLUG, key])).rejects.toMatchObject({ code, key });
    }
    expect(await kv.get(SLUG)).not.toBeNull();
  });

  it('are named with the reason when KV refuses, and stay due', async () => {
    const { store, edits, kv } = await syncedShop();
    kv.refuses = ({ kind }) => kind === 'delete';
    expect(await edits.remove([SLUG])).toMatchObject({ deleted: [], failed: [{ key: SLUG }] });
    kv.refuses = () => false;
    await store.pass(60_000);
    expect((await store.soundRun()).report.written).toBe(0);
    expect(await kv.get(SLUG)).not.toBeNull();
  });
});

describe('a value written by hand', () => {
  it('is in KV and in the pulse until its time is over; then the backend’s is again', async () => {
    const { store, edits, kv } = await syncedShop();
    const [value, hash] = [await kv.get(SLUG), store.pulse().hash];
    const other = { ...JSON.parse(String(value)), name: 'By hand' };
    await edits.replace(SLUG, other, HOUR_MS);
    expect(JSON.parse(String(await kv.get(SLUG)))).toMatchObject({ name: 'By hand' });
    expect(store.pulse().hash).not.toBe(hash);
    await store.pass(HOUR_MS - 60_000);
    expect(JSON.parse(String(await kv.get(SLUG)))).toMatchObject({ name: 'By hand' });
    await store.pass(2 * 60_000);
    expect(await kv.get(SLUG)).toBe(value);
    expect(store.pulse().hash).toBe(hash);
  });

  it.each(['en:products:category:10:page:1', 'en:redirect:product-3'])(
    'outlives the runs that do not read it, and gives way in time: %s',
    async (key) => {
      const { shop, store, edits, kv } = await syncedShop();
      shop.saveProduct(3, { urlKey: 'renamed', urlPath: 'renamed' });
      await store.soundRun();
      const value = await kv.get(key);
      const byHand = { ...JSON.parse(String(value)), ...BY_HAND[key] };
      await edits.replace(key, byHand, DAY_MS);
      await store.soundRun('changes');
      await store.pass(HOUR_MS);
      expect(JSON.parse(String(await kv.get(key)))).toMatchObject(byHand);
      await store.pass(DAY_MS);
      expect(await kv.get(key)).toBe(value);
    },
  );

  it.each(['en:products:category:10:page:1', 'en:redirect:product-3', 'en:cms:about', 'en:config'])(
    'for no certain time gives way to the next full sync: %s',
    async (key) => {
      const { shop, store, edits, kv } = await syncedShop();
      shop.saveProduct(3, { urlKey: 'renamed', urlPath: 'renamed' });
      await store.soundRun();
      const value = await kv.get(key);
      await edits.replace(key, { ...JSON.parse(String(value)), ...BY_HAND[key] }, null);
      expect(await kv.get(key)).not.toBe(value);
      await store.soundRun();
      expect(await kv.get(key)).toBe(value);
      expect((await store.soundRun()).report).toMatchObject({ written: 0 });
    },
  );

  it('gives way in time where the key belongs to no single entity', async () => {
    const { store, edits, kv } = await syncedShop();
    const value = await kv.get('en:menu');
    await edits.replace('en:menu', [], HOUR_MS);
    expect(await kv.get('en:menu')).toBe('[]');
    await store.pass(HOUR_MS + 60_000);
    expect(await kv.get('en:menu')).toBe(value);
  });

  it('is refused where it is no record, and for keys that the sync has not written', async () => {
    const { edits, kv } = await syncedShop();
    const value = await kv.get(SLUG);
    await expect(edits.replace(SLUG, { name: 'no more than a name' }, null)).rejects.toMatchObject({
      code: 'invalid_value',
    });
    await expect(edits.replace('en:product:new', JSON.parse(String(value)), null)).rejects.toMatchObject({
      code: 'unknown_key',
    });
    await expect(edits.replace('en:pulse', {}, null)).rejects.toMatchObject({ code: 'protected_key' });
    expect(await kv.get(SLUG)).toBe(value);
  });
});
