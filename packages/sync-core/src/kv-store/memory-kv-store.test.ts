import { describe, expect, it } from 'vitest';
import { describeKvStore } from '../testing/kv-store-contract.js';
import { MemoryKvStore } from './memory-kv-store.js';

describeKvStore('MemoryKvStore', () => new MemoryKvStore());

describe('MemoryKvStore', () => {
  it('opens its entries to tests: a key that other software wrote has no metadata', async () => {
    const kv = new MemoryKvStore();
    kv.entries.set('en:old', { value: '{}', metadata: null });
    expect((await kv.list('en:', null)).keys).toEqual([{ name: 'en:old', metadata: null }]);
  });
});
