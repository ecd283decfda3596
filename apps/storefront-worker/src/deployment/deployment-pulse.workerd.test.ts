import { evictDurableObject, reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { deploymentHash, keys, parseDeploymentPulse, parseMetadata } from '@maho-storefront/kv-schema';
import { afterEach, describe, expect, test } from 'vitest';
import { DurableDatabase } from '../platform/durable-database.js';
import '../testing/worker-client.js';
import { deploymentPulse } from './deployment-pulse.js';
import { JobBook } from './job-book.js';
import { BACKEND_PERMITS, LEASE_TTL_MS, LOOKUP_PERMITS, PermitLedger } from './permit-ledger.js';

const stores = ['de', 'en'].map((code) => ({ code, name: code, url: '' }));

function announcement(store: string, digit: string) {
  return { store, hash: digit.repeat(32), seq: 1, updatedAt: '2026-11-23T10:00:00.000Z', syncedAt: null };
}

async function inKv() {
  return parseDeploymentPulse(await env.CONTENT.get(keys.deploymentPulse, 'json'));
}

afterEach(() => reset());

describe('the global pulse', () => {
  test('is the hash of all stores that were heard of', async () => {
    const pulse = deploymentPulse(env);
    await pulse.setStores(stores);
    expect(await inKv()).toBeNull();
    await pulse.announce(announcement('en', 'a'));
    expect(await inKv()).toEqual({
      hash: await deploymentHash(new Map([['en', 'a'.repeat(32)]])),
      updatedAt: expect.any(String),
    });
    await pulse.announce(announcement('de', 'b'));
    const state = await pulse.settledState();
    expect(state.hash).toBe(
      await deploymentHash(
        new Map([
          ['en', 'a'.repeat(32)],
          ['de', 'b'.repeat(32)],
        ]),
      ),
    );
    expect(await inKv()).toEqual({ hash: state.hash, updatedAt: state.updatedAt });
    const { metadata } = await env.CONTENT.getWithMetadata(keys.deploymentPulse);
    expect(parseMetadata(metadata)).toMatchObject({ h: state.hash, u: state.updatedAt });
  });

  test('is written once a second at the most, and the last state wins', async () => {
    const pulse = deploymentPulse(env);
    await pulse.setStores(stores);
    await pulse.announce(announcement('en', '1'));
    const first = await inKv();
    for (const digit of ['2', '3', '4']) await pulse.announce(announcement('en', digit));
    expect(await inKv()).toEqual(first);
    const { hash, updatedAt } = await pulse.settledState();
    expect(hash).toBe(await deploymentHash(new Map([['en', '4'.repeat(32)]])));
    expect(Date.parse(String(updatedAt)) - Date.parse(String(first?.updatedAt))).toBeGreaterThanOrEqual(
      1_000,
    );
  });

  test('is not written when the hash stays the same', async () => {
    const pulse = deploymentPulse(env);
    await pulse.setStores(stores);
    await pulse.announce(announcement('en', 'a'));
    await env.CONTENT.put(keys.deploymentPulse, 'untouched');
    await pulse.announce({ ...announcement('en', 'a'), syncedAt: '2026-11-23T11:00:00.000Z' });
    await pulse.setStores(stores);
    expect((await pulse.settledState()).syncedAt).toBe('2026-11-23T11:00:00.000Z');
    expect(await env.CONTENT.get(keys.deploymentPulse)).toBe('untouched');
  });

  test.each([
    ['deleted', () => env.CONTENT.delete(keys.deploymentPulse)],
    ['overwritten', () => env.CONTENT.put(keys.deploymentPulse, '{"version":12}')],
  ])('is put back, as it was, when it was %s', async (_what, spoil) => {
    const pulse = deploymentPulse(env);
    await pulse.setStores(stores);
    await pulse.announce(announcement('en', 'a'));
    const before = await inKv();
    await spoil();
    // KV may just not show yet what was put a moment ago.
    await pulse.restore({ mayLag: true });
    expect(await inKv()).toBeNull();
    await pulse.restore({ mayLag: false });
    expect(await inKv()).toEqual(before);
    expect(await pulse.state()).toMatchObject(before ?? {});
  });

  test('is written by alarm when whoever announced did not wait for it', async () => {
    const pulse = deploymentPulse(env);
    await pulse.setStores(stores);
    await pulse.announce(announcement('en', 'a'));
    await pulse.announce(announcement('en', 'b'));
    await evictDurableObject(pulse);
    await runDurableObjectAlarm(pulse);
    expect((await inKv())?.hash).toBe(await deploymentHash(new Map([['en', 'b'.repeat(32)]])));
  });

  test('leaves out a store that left, and does not listen to it any more', async () => {
    const pulse = deploymentPulse(env);
    await pulse.setStores(stores);
    await pulse.announce(announcement('en', 'a'));
    await pulse.announce(announcement('de', 'b'));
    await pulse.setStores(stores.slice(1));
    await pulse.announce(announcement('de', 'c'));
    expect((await pulse.settledState()).hash).toBe(await deploymentHash(new Map([['en', 'a'.repeat(32)]])));
  });
});

describe('the syncs that are known', () => {
  const DAY_MS = 24 * 60 * 60 * 1_000;
  const job = (id: string, day: number) => ({ id, type: 'full', createdAt: day * DAY_MS, runs: [] });

  function withBook(check: (book: JobBook) => void): Promise<void> {
    return runInDurableObject(deploymentPulse(env), (_instance, { storage }) =>
      check(new JobBook(new DurableDatabase(storage))),
    );
  }

  test('hold a long one, however many are asked for while it is under way', () =>
    withBook((book) => {
      book.add(job('first fill', 0));
      for (let n = 0; n < 150; n += 1) book.add(job(`later ${n}`, 1));
      expect(book.find('first fill')).toEqual(job('first fill', 0));
    }));

  test('forget what nothing can come of any more, but the last hundred', () =>
    withBook((book) => {
      for (let n = 0; n < 150; n += 1) book.add(job(`old ${n}`, 0));
      for (let n = 0; n < 10; n += 1) book.add(job(`new ${n}`, 8));
      const known = Array.from({ length: 150 }, (_, n) => book.find(`old ${n}`)).filter(Boolean);
      expect(known).toHaveLength(90);
      expect(book.find('old 60')).toEqual(job('old 60', 0));
      expect(book.find('old 59')).toBeNull();
    }));

  test('hold what is known last of one', () =>
    withBook((book) => {
      book.add(job('one', 0));
      const shared = { ...job('one', 0), runs: [{ store: 'en', runId: 'earlier' }] };
      book.add(shared);
      expect(book.find('one')).toEqual(shared);
    }));
});

describe('backend permits', () => {
  function withLedger(check: (ledger: PermitLedger, clock: { ms: number }) => void): Promise<void> {
    return runInDurableObject(deploymentPulse(env), (_instance, { storage }) => {
      const clock = { ms: 1_000_000 };
      check(new PermitLedger(new DurableDatabase(storage), () => clock.ms), clock);
    });
  }

  test('gives five to one, and never more than that to all syncs: the sixth is for pages', () =>
    withLedger((ledger, clock) => {
      expect(ledger.lease('a', 6)).toBe(5);
      const held = new Map([['a', 5]]);
      const random = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4];
      for (const [round, number] of [...random, ...random.toReversed()].entries()) {
        const holder = 'abcdefgh'.charAt((round * number) % 8);
        if (number % 3 === 0) {
          ledger.release(holder);
          held.delete(holder);
        } else held.set(holder, ledger.lease(holder, number));
        clock.ms += 10;
        const all = [...held.values()].reduce((sum, granted) => sum + granted, 0);
        expect(all).toBeLessThanOrEqual(BACKEND_PERMITS - LOOKUP_PERMITS);
      }
    }));

  test('shares evenly with whoever waits, so that nobody is kept out', () =>
    withLedger((ledger) => {
      expect(ledger.lease('a', 6)).toBe(5);
      expect(ledger.lease('b', 6)).toBe(0);
      ledger.release('a');
      expect(ledger.lease('a', 6)).toBe(3);
      expect(ledger.lease('b', 6)).toBe(2);
    }));

  test('takes back what a dead holder had, and keeps what is renewed', () =>
    withLedger((ledger, clock) => {
      ledger.lease('dead', 2);
      ledger.lease('alive', 2);
      clock.ms += LEASE_TTL_MS - 1;
      expect(ledger.renew('alive')).toBe(true);
      clock.ms += 2;
      expect(ledger.lease('next', 6)).toBe(3);
      expect(ledger.renew('dead')).toBe(false);
    }));

  test('outlive an eviction', async () => {
    const pulse = deploymentPulse(env);
    expect(await pulse.lease('a', 6)).toBe(5);
    await evictDurableObject(pulse);
    expect(await pulse.lease('b', 6)).toBe(0);
  });

  test('leave what pages use of them, and let pages use what no sync holds, as far as an even share goes', () =>
    runInDurableObject(deploymentPulse(env), (_instance, { storage }) => {
      let lookups = 0;
      const ledger = new PermitLedger(
        new DurableDatabase(storage),
        () => 1_000_000,
        () => lookups,
      );
      expect(ledger.lookupSeats()).toBe(6);
      lookups = 4;
      expect(ledger.lease('a', 6)).toBe(2);
      expect(ledger.lookupSeats()).toBe(3);
      lookups = 0;
      expect(ledger.lease('a', 6)).toBe(5);
      expect(ledger.lookupSeats()).toBe(1);
      lookups = 6;
      expect(ledger.lease('b', 1)).toBe(0);
    }));
});
