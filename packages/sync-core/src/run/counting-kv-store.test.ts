import { describe, expect, it } from 'vitest';
import { MemoryKvStore } from '../kv-store/memory-kv-store.js';
import { describeKvStore } from '../testing/kv-store-contract.js';
import { ScriptedKvStore } from '../testing/scripted-kv-store.js';
import { CountingKvStore } from './counting-kv-store.js';

describeKvStore('CountingKvStore', () => new CountingKvStore(new MemoryKvStore(), () => {}));

describe('CountingKvStore', () => {
  it('counts every operation, those that fail included: the platform does', async () => {
    let operations = 0;
    const inner = new ScriptedKvStore();
    const kv = new CountingKvStore(inner, () => {
      operations += 1;
    });
    await kv.put('en:a', '{}', {});
    await kv.get('en:a');
    await kv.list('en:', null);
    await kv.delete('en:a');
    expect(operations).toBe(4);
    inner.fates = ['refuse'];
    await expect(kv.put('en:a', '{}', {})).rejects.toThrow('429');
    expect(operations).toBe(5);
  });
});
