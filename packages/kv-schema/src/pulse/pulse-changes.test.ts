import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentFingerprint, DELETED_FINGERPRINT, fingerprint } from './fingerprint.js';
import { changesSince, encodeChanges } from './pulse-changes.js';
import type { PulseLogEntry } from './pulse-record.js';

const one = '1'.repeat(32);
const two = '2'.repeat(32);

function entry(seq: number, changes: Record<string, string | null> | '*'): PulseLogEntry {
  return {
    seq,
    at: seq,
    changed: changes === '*' ? changes : encodeChanges(new Map(Object.entries(changes))),
  };
}

const log = [entry(4, { a: one }), entry(5, { b: one, c: null }), entry(6, {}), entry(7, { a: two })];

describe('encodeChanges', () => {
  it('writes 16 hex characters per key, zeros for a deleted one', () => {
    expect(
      encodeChanges(
        new Map([
          ['en:menu', one],
          ['en:product:x', null],
        ]),
      ),
    ).toBe(
      fingerprint('en:menu') + contentFingerprint(one) + fingerprint('en:product:x') + DELETED_FINGERPRINT,
    );
    expect(encodeChanges(new Map())).toBe('');
  });
});

describe('changesSince', () => {
  it('names what changed after the page, with the newest content of each key', () => {
    expect(changesSince(log, 7, 4)).toEqual({
      reach: true,
      changed: new Map([
        [fingerprint('b'), contentFingerprint(one)],
        [fingerprint('c'), DELETED_FINGERPRINT],
        [fingerprint('a'), contentFingerprint(two)],
      ]),
    });
    expect(changesSince(log, 7, 3)).toMatchObject({ reach: true });
  });

  it('names nothing for a page of the newest publish, even without a log', () => {
    expect(changesSince(log, 7, 7)).toEqual({ reach: true, changed: new Map() });
    expect(changesSince([], 7, 7)).toEqual({ reach: true, changed: new Map() });
  });

  it('names nothing when the publishes since were empty', () => {
    expect(changesSince(log, 6, 5)).toEqual({ reach: true, changed: new Map() });
  });

  it('does not reach a page older than the log', () => {
    expect(changesSince(log, 7, 2)).toEqual({ reach: false });
    expect(changesSince([], 7, 6)).toEqual({ reach: false });
  });

  it('does not reach over an entry that stands for everything, but reaches from it on', () => {
    const collapsed = [entry(5, '*'), entry(6, { a: one })];
    expect(changesSince(collapsed, 6, 4)).toEqual({ reach: false });
    expect(changesSince(collapsed, 6, 1)).toEqual({ reach: false });
    expect(changesSince(collapsed, 6, 5)).toMatchObject({ reach: true });
  });

  it('does not reach through a gap, over a missing head, or out of order', () => {
    expect(changesSince([entry(4, {}), entry(6, {})], 6, 3)).toEqual({ reach: false });
    expect(changesSince(log, 8, 4)).toEqual({ reach: false });
    expect(changesSince(log.toReversed(), 7, 4)).toEqual({ reach: false });
  });

  it('does not reach a page from a later publish than the log knows', () => {
    expect(changesSince(log, 7, 8)).toEqual({ reach: false });
  });

  it('equals replaying the publishes since the page', () => {
    const publish = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(one, two, null));
    fc.assert(
      fc.property(fc.array(publish, { minLength: 1, maxLength: 12 }), fc.nat(), (publishes, at) => {
        const head = publishes.length;
        const page = at % (head + 1);
        const expected = new Map<string, string>();
        for (const changes of publishes.slice(page)) {
          for (const [key, hash] of Object.entries(changes))
            expected.set(fingerprint(key), contentFingerprint(hash));
        }
        const whole = publishes.map((changes, index) => entry(index + 1, changes));
        expect(changesSince(whole, head, page)).toEqual({ reach: true, changed: expected });
      }),
    );
  });
});
