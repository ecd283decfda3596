import { contentHash, parseMetadata, parseRecord } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { recordRow } from '../testing/index-rows.js';
import { ScriptedKvStore } from '../testing/scripted-kv-store.js';
import { block, crashDuring, WriterWorld } from '../testing/writer-world.js';
import { KvWriteError } from './kv-write-error.js';

const KEY = 'en:block:footer';

describe('RecordWriter.write', () => {
  it('puts the record itself under its key, with hash, version and time beside it', async () => {
    const world = new WriterWorld();
    const footer = block('footer', '<p>Hi</p>');
    expect(await world.writer.write(footer)).toBe('written');
    const entry = world.kv.entries.get(KEY);
    expect(parseRecord('block', entry?.value)).toEqual(footer.record);
    expect(parseMetadata(entry?.metadata)).toEqual({
      h: await contentHash(footer.record),
      v: 1,
      u: new Date(world.clock.now()).toISOString(),
    });
  });

  it('marks the row unsettled before the put and settles it with the new hash after it', async () => {
    const world = new WriterWorld();
    await world.writer.write(block('footer', 'old'));
    const before = world.record(KEY);
    const during: unknown[] = [];
    world.kv.onWrite = () => during.push(world.record(KEY));
    await world.writer.write(block('footer', 'new'));
    expect(during).toEqual([{ ...before, settled: 0 }]);
    expect(world.record(KEY)).toMatchObject({
      settled: 1,
      hash: await contentHash(block('footer', 'new').record),
      settledAt: world.clock.now(),
      entityId: 1,
    });
  });

  it('enters a new key as pending with nothing published', async () => {
    const world = new WriterWorld();
    await world.writer.write(block('footer', 'a'));
    expect(world.pending()).toEqual({ [KEY]: '' });
  });

  it('remembers of a key that changes twice what the last publish held', async () => {
    const world = new WriterWorld();
    await world.writer.write(block('footer', 'a'));
    await world.publisher.publish({ refresh: false, wait: true });
    for (const content of ['b', 'c']) await world.writer.write(block('footer', content));
    expect(world.pending()).toEqual({ [KEY]: await contentHash(block('footer', 'a').record) });
  });

  it('runs the hooks in the transactions that mark the row, around the put', async () => {
    const world = new WriterWorld();
    const events: string[] = [];
    world.kv.onWrite = () => events.push('put');
    await world.writer.write(
      block('footer', 'a', {
        onUnsettled: () => events.push(`unsettled ${world.record(KEY)?.settled}`),
        onSettled: () => events.push(`settled ${world.record(KEY)?.settled}`),
      }),
    );
    expect(events).toEqual(['unsettled 0', 'put', 'settled 1']);
  });

  it('settles nothing where the hook that belongs to it fails', async () => {
    const world = new WriterWorld();
    const onSettled = () => {
      throw new RangeError('disk full');
    };
    await expect(world.writer.write(block('footer', 'a', { onSettled }))).rejects.toThrow(RangeError);
    expect(world.record(KEY)).toMatchObject({ settled: 0, hash: '' });
    expect(world.pending()).toEqual({});
  });
});

describe('a record that did not change', () => {
  it('costs no put and no row, but settles what waits for it', async () => {
    const world = new WriterWorld();
    await world.writer.write(block('footer', 'a'));
    const rows = world.index.rowsWritten;
    let settled = 0;
    const onSettled = () => {
      settled += 1;
    };
    expect(await world.writer.write(block('footer', 'a', { onSettled }))).toBe('unchanged');
    expect([world.kv.putsOf(KEY), world.index.rowsWritten - rows, settled]).toEqual([1, 0, 1]);
  });

  it('is one where only updatedAt moved', async () => {
    const world = new WriterWorld();
    const savedAt = (updatedAt: string) => {
      const footer = block('footer', 'a');
      return { ...footer, record: { ...footer.record, updatedAt } };
    };
    await world.writer.write(savedAt('2026-11-01 10:00:00'));
    expect(await world.writer.write(savedAt('2026-11-23 10:00:00'))).toBe('unchanged');
    expect(await world.writer.write(block('footer', 'a'))).toBe('unchanged');
    expect(world.kv.putsOf(KEY)).toBe(1);
  });

  it('uses nothing of a daily limit', async () => {
    const world = new WriterWorld(new ScriptedKvStore(), new MemoryCatalogIndex(), 2);
    await world.writer.write(block('footer', 'a'));
    for (let again = 0; again < 5; again += 1) await world.writer.write(block('footer', 'a'));
    expect(await world.writer.write(block('header', 'a'))).toBe('written');
  });

  it('clears its key of suspicion and takes a new owner’s id', async () => {
    const world = new WriterWorld();
    await world.writer.write(block('footer', 'a'));
    const row = world.record(KEY);
    if (row) world.index.put('records', { ...row, suspect: 1 });
    await world.writer.write(block('footer', 'a', { entityId: 9 }));
    expect(world.record(KEY)).toMatchObject({ suspect: 0, entityId: 9 });
    expect(world.kv.putsOf(KEY)).toBe(1);
  });
});

describe('a crash during a write', () => {
  it.each(['crash-before', 'crash-after'] as const)(
    '(%s the put) has the record written again',
    async (fate) => {
      const world = new WriterWorld();
      await world.writer.write(block('footer', 'old'));
      world.kv.fates = [fate];
      await crashDuring(world.writer.write(block('footer', 'new')));
      expect(world.record(KEY)?.settled).toBe(0);
      world.restart();
      expect(await world.writer.write(block('footer', 'new'))).toBe('written');
      expect(world.kv.entries.get(KEY)?.value).toContain('"new"');
      expect(world.record(KEY)?.settled).toBe(1);
    },
  );

  it('has the old record written again if the backend went back to it meanwhile', async () => {
    const world = new WriterWorld();
    await world.writer.write(block('footer', 'old'));
    world.kv.fates = ['crash-after'];
    await crashDuring(world.writer.write(block('footer', 'new')));
    world.restart();
    expect(await world.writer.write(block('footer', 'old'))).toBe('written');
    expect(world.kv.entries.get(KEY)?.value).toContain('"old"');
  });
});

describe('a KV that refuses', () => {
  it('is tried again with growing pauses', async () => {
    const world = new WriterWorld();
    world.kv.fates = ['refuse', 'refuse', 'refuse'];
    expect(await world.writer.write(block('footer', 'a'))).toBe('written');
    expect(world.clock.slept).toEqual([250, 500, 1_000]);
    expect(world.kv.putsOf(KEY)).toBe(4);
  });

  it('ends in an error that names operation, key and reason, with the row unsettled', async () => {
    const world = new WriterWorld();
    world.kv.fates = ['refuse', 'refuse', 'refuse', 'refuse'];
    const error = await world.writer.write(block('footer', 'a')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KvWriteError);
    expect(error).toMatchObject({ code: 'kv_write_failed', retryable: true, cause: expect.any(Error) });
    expect(String(error)).toBe(`KvWriteError: KV put of "${KEY}" failed: 429 Too Many Requests`);
    expect(world.record(KEY)).toMatchObject({ settled: 0, hash: '' });
    expect(world.pending()).toEqual({});
    expect(await world.writer.write(block('footer', 'a'))).toBe('written');
  });
});

describe('a daily limit', () => {
  it('puts writes off without touching row or key', async () => {
    const world = new WriterWorld(new ScriptedKvStore(), new MemoryCatalogIndex(), 1);
    await world.writer.write(block('footer', 'a'));
    const before = world.record(KEY);
    let hooks = 0;
    const count = () => {
      hooks += 1;
    };
    const changed = block('footer', 'b', { onUnsettled: count, onSettled: count });
    expect(await world.writer.write(changed)).toBe('deferred');
    expect(await world.writer.remove(KEY)).toBe('deferred');
    expect([world.record(KEY), hooks, world.kv.writes.length]).toEqual([before, 0, 1]);
  });
});

describe('RecordWriter.remove', () => {
  it('deletes the key, forgets its row and leaves what was published pending', async () => {
    const world = new WriterWorld();
    await world.writer.write(block('footer', 'a'));
    await world.publisher.publish({ refresh: false, wait: true });
    const hash = world.record(KEY)?.hash;
    expect(await world.writer.remove(KEY)).toBe('deleted');
    expect(await world.kv.get(KEY)).toBeNull();
    expect(world.record(KEY)).toBeUndefined();
    expect(world.pending()).toEqual({ [KEY]: hash });
  });

  it('deletes a key that it does not know', async () => {
    const world = new WriterWorld();
    world.kv.entries.set(KEY, { value: '{}', metadata: null });
    expect(await world.writer.remove(KEY)).toBe('deleted');
    expect(world.kv.entries.size).toBe(0);
    expect(world.pending()).toEqual({});
  });

  it('keeps the row unsettled when the process ends on the way or KV refuses', async () => {
    const world = new WriterWorld();
    await world.writer.write(block('footer', 'a'));
    const hash = world.record(KEY)?.hash;
    world.kv.fates = ['crash-after'];
    await crashDuring(world.writer.remove(KEY));
    expect(world.record(KEY)).toMatchObject({ settled: 0, hash });
    world.restart();
    world.kv.fates = ['refuse', 'refuse', 'refuse', 'refuse'];
    await expect(world.writer.remove(KEY)).rejects.toThrow(`KV delete of "${KEY}" failed`);
    expect(world.record(KEY)).toMatchObject({ settled: 0, hash });
    expect(await world.writer.remove(KEY)).toBe('deleted');
  });

  it('lets a key that comes back be written, whatever it held before', async () => {
    const world = new WriterWorld();
    world.index.put('records', recordRow(KEY, { type: 'block' }));
    await world.writer.remove(KEY);
    expect(await world.writer.write(block('footer', 'a'))).toBe('written');
    expect(world.pending()).toEqual({ [KEY]: '0'.repeat(32) });
  });
});
