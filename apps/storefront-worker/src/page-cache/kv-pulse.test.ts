import { contentFingerprint, encodeChanges, type StorePulse } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { pulseOf } from './kv-pulse.js';

const HASH_A = 'a'.repeat(32);
const HASH_B = 'b'.repeat(32);

function record(log: StorePulse['log']): StorePulse {
  return { hash: 'c'.repeat(32), seq: log.at(-1)?.seq ?? 0, updatedAt: '2026-01-01T00:00:00.000Z', log };
}

describe('pulseOf', () => {
  const pulse = pulseOf(
    record([
      { seq: 1, at: 1_000, changed: encodeChanges(new Map([['en:config', HASH_A]])) },
      {
        seq: 2,
        at: 2_000,
        changed: encodeChanges(
          new Map([
            ['en:config', HASH_B],
            ['en:cms:old', null],
          ]),
        ),
      },
    ]),
  );

  it('tells what changed after a publish, and when it cannot tell', () => {
    const since = pulse.changesSince(1);
    expect(since.reaches && since.has('en:config')).toBe(true);
    expect(since.reaches && since.has('en:menu')).toBe(false);
    expect(pulse.changesSince(2)).toMatchObject({ reaches: true });
    expect(pulseOf(record([{ seq: 7, at: 1, changed: '*' }])).changesSince(6)).toEqual({ reaches: false });
  });

  it('expects of a key what the log names last, nothing of one it does not name', () => {
    expect(pulse.expects('en:config')).toBe(contentFingerprint(HASH_B));
    expect(pulse.expects('en:cms:old')).toBeNull();
    expect(pulse.expects('en:menu')).toBeUndefined();
  });

  it('knows when everything was logged last', () => {
    expect(pulse.everythingAt).toBeNull();
    expect(pulseOf(record([{ seq: 7, at: 5_000, changed: '*' }])).everythingAt).toBe(5_000);
  });
});
