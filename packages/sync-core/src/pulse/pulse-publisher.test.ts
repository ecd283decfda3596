import {
  addElement,
  changesSince,
  contentFingerprint,
  EMPTY_SUM,
  fingerprint,
  formatSum,
  parseStorePulse,
  pulseElement,
  recordVersion,
} from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { CountingCatalogIndex } from '../acceptance/testing/counting-catalog-index.js';
import { recordRow } from '../testing/index-rows.js';
import { ScriptedKvStore } from '../testing/scripted-kv-store.js';
import { block, crashDuring, STORE, WriterWorld } from '../testing/writer-world.js';

const PULSE = 'en:pulse';
const PUBLISH = { refresh: false, wait: true };

function pulseInKv(kv: ScriptedKvStore) {
  const text = kv.entries.get(PULSE)?.value;
  return text === undefined ? null : parseStorePulse(JSON.parse(text));
}

/** A world that has published one block once. */
async function published(content = 'a'): Promise<WriterWorld> {
  const world = new WriterWorld();
  await world.writer.write(block('footer', content));
  await world.publisher.publish(PUBLISH);
  return world;
}

describe('PulsePublisher.publish', () => {
  it('puts a pulse with hash, number, time and log, and announces it', async () => {
    const world = await published();
    const pulse = pulseInKv(world.kv);
    const now = world.clock.now();
    const changed =
      fingerprint('en:block:footer') + contentFingerprint(world.record('en:block:footer')?.hash ?? null);
    expect(pulse).toMatchObject({ seq: 1, log: [{ seq: 1, at: now, changed }] });
    expect(world.kv.entries.get(PULSE)?.metadata).toEqual({
      h: pulse?.hash,
      v: recordVersion('pulse'),
      u: pulse?.updatedAt,
    });
    expect(world.announced).toEqual([
      { store: STORE, hash: pulse?.hash, seq: 1, updatedAt: new Date(now).toISOString(), syncedAt: null },
    ]);
    expect(world.pending()).toEqual({});
    expect(world.publisher.hasPending).toBe(false);
  });

  it('makes one pulse of however many keys, of which it loads a portion at a time', async () => {
    const index = new CountingCatalogIndex();
    const world = new WriterWorld(undefined, index);
    const key = (n: number) => `en:block:b${String(n).padStart(4, '0')}`;
    const hashes = Array.from({ length: 6_000 }, (_, n) => String(n).padStart(32, '0'));
    for (const [n, hash] of hashes.entries()) {
      index.put('records', { ...recordRow(key(n)), hash });
      index.put('pending', { key: key(n), publishedHash: '' });
    }
    const pulse = await world.publisher.publish(PUBLISH);
    expect([world.pending(), world.kv.putsOf(PULSE)]).toEqual([{}, 1]);
    expect(index.largestScan).toBeLessThanOrEqual(1_000);
    let sum = EMPTY_SUM;
    for (const [n, hash] of hashes.entries()) sum = addElement(sum, await pulseElement(key(n), hash));
    expect(pulse?.hash).toBe(formatSum(sum));
    expect(changesSince(pulse?.log ?? [], 1, 0)).toEqual({ reach: false });
  });

  it('puts nothing when nothing is pending', async () => {
    const world = await published();
    const pulse = world.publisher.current();
    expect(await world.publisher.publish(PUBLISH)).toEqual(pulse);
    expect([world.kv.putsOf(PULSE), world.announced.length]).toEqual([1, 1]);
  });

  it('names a key that went from A to B and back to A, under the same hash: a page may have read B', async () => {
    const world = await published('A');
    const before = world.publisher.current();
    await world.writer.write(block('footer', 'B'));
    await world.writer.write(block('footer', 'A'));
    const pulse = await world.publisher.publish(PUBLISH);
    expect(pulse).toMatchObject({ hash: before?.hash, updatedAt: before?.updatedAt, seq: 2 });
    const changes = changesSince(pulse?.log ?? [], 2, 1);
    expect(changes.reach && [...changes.changed.keys()]).toEqual([fingerprint('en:block:footer')]);
    expect(world.pending()).toEqual({});
  });

  it('names a key that went back to what it was beside one that changed', async () => {
    const world = await published('A');
    for (const content of ['B', 'A']) await world.writer.write(block('footer', content));
    await world.writer.write(block('header', 'a'));
    const pulse = await world.publisher.publish(PUBLISH);
    const changes = changesSince(pulse?.log ?? [], 2, 1);
    expect(changes.reach && [...changes.changed.keys()]).toEqual([
      fingerprint('en:block:footer'),
      fingerprint('en:block:header'),
    ]);
  });

  it('names a key that came and went between two publishes', async () => {
    const world = await published();
    const before = world.publisher.current();
    await world.writer.write(block('header', 'a'));
    await world.writer.remove('en:block:header');
    expect(await world.publisher.publish(PUBLISH)).toMatchObject({ hash: before?.hash, seq: 2 });
  });

  it('has the same hash for the same content, whatever lay between', async () => {
    const world = await published('A');
    const first = world.publisher.current();
    await world.writer.write(block('footer', 'B'));
    const second = await world.publisher.publish(PUBLISH);
    await world.writer.write(block('footer', 'A'));
    const third = await world.publisher.publish(PUBLISH);
    expect(second?.hash).not.toBe(first?.hash);
    expect(third?.hash).toBe(first?.hash);
    expect([first?.seq, second?.seq, third?.seq]).toEqual([1, 2, 3]);
  });

  it('logs a deleted key as deleted', async () => {
    const world = await published();
    await world.writer.remove('en:block:footer');
    const pulse = await world.publisher.publish(PUBLISH);
    const changes = changesSince(pulse?.log ?? [], pulse?.seq ?? 0, 1);
    expect(changes).toEqual({
      reach: true,
      changed: new Map([[fingerprint('en:block:footer'), '00000000']]),
    });
    expect(pulse?.hash).toBe('0'.repeat(32));
  });

  it('leaves a key pending that changes while its pulse is being made', async () => {
    const world = await published('A');
    await world.writer.write(block('footer', 'B'));
    const publishing = world.publisher.publish(PUBLISH);
    await world.writer.write(block('footer', 'C'));
    await publishing;
    await world.publisher.publish(PUBLISH);
    const other = await published('C');
    expect(world.publisher.current()?.hash).toBe(other.publisher.current()?.hash);
    expect(world.pending()).toEqual({});
  });
});

describe('a refresh', () => {
  it('moves the hash with an empty log entry: pages are validated and none is rendered', async () => {
    const world = await published();
    const before = world.publisher.current();
    const pulse = await world.publisher.publish({ refresh: true, wait: true });
    expect(pulse?.hash).not.toBe(before?.hash);
    expect(pulse?.seq).toBe(2);
    expect(changesSince(pulse?.log ?? [], 2, 1)).toEqual({ reach: true, changed: new Map() });
  });

  it('gives another hash each time, and none for free', async () => {
    const world = await published();
    const hashes = new Set([world.publisher.current()?.hash]);
    for (let n = 0; n < 3; n += 1)
      hashes.add((await world.publisher.publish({ refresh: true, wait: true }))?.hash);
    expect(hashes.size).toBe(4);
    const puts = world.kv.putsOf(PULSE);
    await world.publisher.publish(PUBLISH);
    expect(world.kv.putsOf(PULSE)).toBe(puts);
  });
});

describe('one put a second', () => {
  it('is all the pulse key gets, however often it is published', async () => {
    const world = new WriterWorld();
    const times: number[] = [];
    world.kv.onWrite = (_operation, key) => {
      if (key === PULSE) times.push(world.clock.now());
    };
    for (let n = 0; n < 8; n += 1) {
      await world.writer.write(block('footer', String(n)));
      await world.publisher.publish(PUBLISH);
      world.clock.advance(150 * n);
    }
    expect(times).toHaveLength(8);
    for (const [n, time] of times.entries()) {
      if (n > 0) expect(time - (times[n - 1] ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
  });

  it('is kept by a new process as well', async () => {
    const world = await published('A');
    world.restart();
    await world.writer.write(block('footer', 'B'));
    await world.publisher.publish(PUBLISH);
    expect(world.clock.slept).toEqual([1_000]);
  });

  it('leaves the change pending, without waiting, where the caller has other work to do', async () => {
    const world = await published('A');
    await world.writer.write(block('footer', 'B'));
    const pulse = await world.publisher.publish({ refresh: false, wait: false });
    expect([pulse?.seq, world.clock.slept, world.publisher.hasPending]).toEqual([1, [], true]);
    world.clock.advance(1_000);
    expect((await world.publisher.publish({ refresh: false, wait: false }))?.seq).toBe(2);
  });
});

describe('publishAfter', () => {
  it('publishes what is pending once the last put is that old, and only then', async () => {
    const world = await published('A');
    await world.writer.write(block('footer', 'B'));
    world.clock.advance(59_999);
    await world.publisher.publishAfter(60_000, 0);
    expect(world.publisher.current()?.seq).toBe(1);
    world.clock.advance(1);
    await world.publisher.publishAfter(60_000, 0);
    expect(world.publisher.current()?.seq).toBe(2);
    world.clock.advance(60_000);
    await world.publisher.publishAfter(60_000, 0);
    expect(world.kv.putsOf(PULSE)).toBe(2);
  });
});

describe('a crash while publishing', () => {
  it.each(['crash-before', 'crash-after'] as const)(
    '(%s the put) repeats the identical record',
    async (fate) => {
      const world = await published('A');
      await world.writer.write(block('footer', 'B'));
      world.clock.advance(5_000);
      world.kv.fates = [fate];
      await crashDuring(world.publisher.publish(PUBLISH));
      expect(world.announced.map(({ seq }) => seq)).toEqual([1]);
      world.restart();
      world.clock.advance(5_000);
      expect(world.publisher.hasPending).toBe(true);
      await world.publisher.publish(PUBLISH);
      const [, tried, repeated, ...more] = world.kv.writes.filter(({ key }) => key === PULSE);
      expect(repeated).toEqual(tried);
      expect(more).toEqual([]);
      expect(world.announced.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(pulseInKv(world.kv)).toEqual(world.publisher.current());
      expect(world.publisher.hasPending).toBe(false);
    },
  );

  it('repeats the record first and what changed since in one of its own', async () => {
    const world = await published('A');
    await world.writer.write(block('footer', 'B'));
    world.clock.advance(5_000);
    world.kv.fates = ['crash-before'];
    await crashDuring(world.publisher.publish(PUBLISH));
    world.restart();
    await world.writer.write(block('footer', 'C'));
    await world.publisher.publish(PUBLISH);
    expect(world.announced.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(pulseInKv(world.kv)?.log.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('keeps the outbox full when KV refuses, and empties it with the next publish', async () => {
    const world = await published('A');
    await world.writer.write(block('footer', 'B'));
    world.clock.advance(5_000);
    world.kv.fates = ['refuse', 'refuse', 'refuse', 'refuse'];
    await expect(world.publisher.publish(PUBLISH)).rejects.toThrow('429');
    expect(world.publisher.hasPending).toBe(true);
    await world.publisher.publish(PUBLISH);
    expect(pulseInKv(world.kv)?.seq).toBe(2);
  });
});

describe('a KV that refuses a put now and then', () => {
  it('gets the pulse all the same', async () => {
    const world = await published('A');
    await world.writer.write(block('footer', 'B'));
    world.clock.advance(5_000);
    world.kv.fates = ['refuse', 'refuse'];
    await world.publisher.publish(PUBLISH);
    expect(pulseInKv(world.kv)?.seq).toBe(2);
  });
});

describe('an index that knows no pulse', () => {
  it('goes on from the number in KV, which never falls', async () => {
    const lost = await published('A');
    for (const content of ['B', 'C']) {
      await lost.writer.write(block('footer', content));
      await lost.publisher.publish(PUBLISH);
    }
    const world = new WriterWorld(lost.kv);
    await world.publisher.continueFromKv();
    await world.writer.write(block('footer', 'D'));
    const pulse = await world.publisher.publish(PUBLISH);
    expect(pulse?.seq).toBe(4);
    expect(pulse?.log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('finds the same hash for the same content and puts nothing', async () => {
    const lost = await published('A');
    const world = new WriterWorld(lost.kv);
    await world.publisher.continueFromKv();
    await world.writer.write(block('footer', 'A'));
    expect(await world.publisher.publish(PUBLISH)).toEqual(lost.publisher.current());
    expect(lost.kv.putsOf(PULSE)).toBe(1);
  });

  it('does not let KV overrule a pulse that it knows', async () => {
    const world = await published('A');
    world.kv.entries.set(PULSE, {
      value: JSON.stringify({ ...world.publisher.current(), seq: 99 }),
      metadata: null,
    });
    await world.publisher.continueFromKv();
    expect(world.publisher.current()?.seq).toBe(1);
  });

  it.each(['', 'not JSON', '{"hash":"x"}', 'null'])('begins at one where KV holds %j', async (value) => {
    const kv = new ScriptedKvStore();
    kv.entries.set(PULSE, { value, metadata: null });
    const world = new WriterWorld(kv);
    await world.publisher.continueFromKv();
    expect(world.publisher.current()).toBeNull();
    await world.writer.write(block('footer', 'A'));
    expect((await world.publisher.publish(PUBLISH))?.seq).toBe(1);
  });
});

describe('announce', () => {
  it('tells the present pulse with the end of the last good run, as often as it is asked', async () => {
    const world = await published();
    world.meta.set('synced-at', '2026-11-23T12:00:00.000Z');
    await world.publisher.announce();
    expect(world.announced).toHaveLength(2);
    expect(world.announced[1]).toEqual({ ...world.announced[0], syncedAt: '2026-11-23T12:00:00.000Z' });
  });

  it('says nothing before the first pulse', async () => {
    const world = new WriterWorld();
    await world.publisher.announce();
    expect(world.announced).toEqual([]);
  });
});
