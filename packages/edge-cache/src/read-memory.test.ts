import { describe, expect, it } from 'vitest';
import { NEWER_TRUST_MS } from './judge.js';
import { EVERYTHING_CHANGED_MS } from './may-store.js';
import { ReadMemory } from './read-memory.js';
import { type LogEntry, pulseOf } from './testing/pulse-of.js';

const KEY = 'product:tee';
const tee = { value: 'Tee', fingerprint: 't1' };

function setUp(maxBytes = 1_000) {
  const clock = { time: 1_000_000, now: () => clock.time };
  return { clock, memory: new ReadMemory<string>({ maxBytes, clock }) };
}

/** Publishes 1, 2, … with what each of them changed. */
function pulseAfter(...changes: (Record<string, string | null> | 'everything')[]) {
  const log = changes.map((changed, index): LogEntry => {
    const entry = changed === 'everything' ? changed : new Map(Object.entries(changed));
    return { seq: index + 1, at: 1_000_000, changed: entry };
  });
  return pulseOf({ hash: `h${log.length}`, seq: log.length, log });
}

describe('what an isolate has read', () => {
  it('is there until a publish changes it, however many change other things', () => {
    const { memory } = setUp();
    memory.remember(KEY, tee, 10, pulseAfter({ menu: 'm1' }));
    expect(memory.recall(KEY, pulseAfter({ menu: 'm1' }))).toMatchObject(tee);
    expect(memory.recall(KEY, pulseAfter({ menu: 'm1' }, { menu: 'm2' }))).toMatchObject(tee);
    const changed = pulseAfter({ menu: 'm1' }, { menu: 'm2' }, { [KEY]: 't2' });
    expect(memory.recall(KEY, changed)).toBeNull();
    expect(memory.recall(KEY, pulseAfter({ menu: 'm1' }))).toBeNull();
  });

  it('is gone when its key was deleted', () => {
    const { memory } = setUp();
    memory.remember(KEY, tee, 10, pulseAfter({}));
    expect(memory.recall(KEY, pulseAfter({}, { [KEY]: null }))).toBeNull();
  });

  it('is still there after an edit that ended where it began', () => {
    const { memory } = setUp();
    memory.remember(KEY, tee, 10, pulseAfter({}));
    expect(memory.recall(KEY, pulseAfter({}, { [KEY]: 't2' }, { [KEY]: 't1' }))).toMatchObject(tee);
  });

  it('is gone when the log cannot say what changed since', () => {
    const { memory } = setUp();
    memory.remember(KEY, tee, 10, pulseAfter({}));
    expect(memory.recall(KEY, pulseOf({ hash: 'h9', seq: 9 }))).toBeNull();
    memory.remember(KEY, tee, 10, pulseAfter({}));
    expect(memory.recall(KEY, pulseAfter({}, 'everything'))).toBeNull();
  });

  it('is remembered as of the latest pulse that it was held against', () => {
    const { memory } = setUp();
    memory.remember(KEY, tee, 10, pulseAfter({}));
    expect(memory.recall(KEY, pulseAfter({}, {}))).toMatchObject(tee);
    // The log has forgotten the first two publishes by now.
    const shortLog = [{ seq: 3, at: 1_000_000, changed: new Map() }];
    expect(memory.recall(KEY, pulseOf({ hash: 'h3', seq: 3, log: shortLog }))).toMatchObject(tee);
  });

  it('is not kept when it is older than what the log names', () => {
    const { memory } = setUp();
    memory.remember(KEY, tee, 10, pulseAfter({ [KEY]: 't2' }));
    expect(memory.recall(KEY, pulseAfter({ [KEY]: 't2' }))).toBeNull();
  });

  it('is not kept shortly after a publish that could have changed everything', () => {
    const { memory, clock } = setUp();
    const pulse = pulseAfter('everything');
    memory.remember(KEY, tee, 10, pulse);
    expect(memory.recall(KEY, pulse)).toBeNull();
    clock.time += EVERYTHING_CHANGED_MS;
    memory.remember(KEY, tee, 10, pulse);
    expect(memory.recall(KEY, pulse)).toMatchObject(tee);
  });

  it('is believed by one who knows an earlier pulse, for as long as such a page is', () => {
    const { memory, clock } = setUp();
    memory.remember(KEY, tee, 10, pulseAfter({}, {}));
    expect(memory.recall(KEY, pulseAfter({}))).toMatchObject(tee);
    clock.time += NEWER_TRUST_MS;
    expect(memory.recall(KEY, pulseAfter({}))).toBeNull();
  });

  it('is not replaced by what was read under an earlier pulse', () => {
    const { memory } = setUp();
    memory.remember(KEY, { value: 'New tee', fingerprint: 't2' }, 10, pulseAfter({}, {}));
    memory.remember(KEY, tee, 10, pulseAfter({}));
    expect(memory.recall(KEY, pulseAfter({}, {}))?.value).toBe('New tee');
  });

  it('takes no more memory than it may, and none with a limit of 0', () => {
    const { memory } = setUp(100);
    for (const key of ['a', 'b', 'c']) memory.remember(key, tee, 40, pulseAfter({}));
    expect(['a', 'b', 'c'].filter((key) => memory.recall(key, pulseAfter({})) !== null)).toEqual(['b', 'c']);
    const none = setUp(0).memory;
    none.remember(KEY, tee, 1, pulseAfter({}));
    expect(none.recall(KEY, pulseAfter({}))).toBeNull();
  });
});
