import { changesSince, contentFingerprint, fingerprint, keys } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { contractFaults } from './testing/kv-contents.js';
import { StagedShop } from './testing/staged-shop.js';

const KEY = 'en:product:product-1';

describe('a key that is written and taken back between two publishes', () => {
  it('is named in the log under an unchanged hash, because a page may have read it meanwhile', async () => {
    const staged = new StagedShop(3);
    const store = staged.store();
    await store.soundRun();
    const isPulse = (name: string) => name === keys.pulse('en');
    const save = async (price: number) => {
      staged.clock.advance(400_000);
      staged.saveProduct(1, { price });
      return store.run();
    };

    // The pulse is made and refused, so what changes next stays unpublished.
    staged.kv.refuses = ({ kind, name }) => kind === 'put' && isPulse(name);
    expect((await save(20)).state).toBe('failed');
    const made = store.index.get('meta', ['pulse'])?.value ?? '';
    const hash = store.index.get('records', [KEY])?.hash ?? '';
    expect((await save(30)).state).toBe('failed');
    const shown = store.kv.entries.get(KEY)?.value ?? '';
    expect(shown).toContain('30');
    expect(store.index.get('meta', ['pulse'])?.value).toBe(made);

    staged.kv.refuses = () => false;
    expect((await save(20)).state).toBe('succeeded');
    const { hash: hashMade, seq } = JSON.parse(made);
    const pulse = store.pulse();
    expect(pulse.hash).toBe(hashMade);
    expect(pulse.seq).toBe(seq + 1);
    const changes = changesSince(pulse.log, pulse.seq, seq);
    expect(changes.reach && changes.changed.get(fingerprint(KEY))).toBe(contentFingerprint(hash));
    expect(await contractFaults(store)).toEqual([]);
  });

  it('is not named again by the publishes after that', async () => {
    const staged = new StagedShop(3);
    const store = staged.store();
    await store.soundRun();
    const { seq } = store.pulse();
    staged.clock.advance(400_000);
    await store.soundRun();
    expect(store.pulse().seq).toBe(seq);
  });
});
