import { describe, expect, it } from 'vitest';
import type { GetPulse, Pulse } from './pulse.js';
import { memoPulse } from './pulse-memo.js';
import { pulseOf } from './testing/pulse-of.js';

const one = pulseOf({ hash: 'h1', seq: 1 });
const two = pulseOf({ hash: 'h2', seq: 2 });

/** A source whose reads the test ends one by one. */
function slowSource() {
  const reads: { store: string; give(pulse: Pulse | null): void; fail(error: Error): void }[] = [];
  const source: GetPulse = (store) =>
    new Promise((give, fail) => {
      reads.push({ store, give, fail });
    });
  return { reads, source };
}

function clockAt(time: number) {
  const clock = { time, now: () => clock.time };
  return clock;
}

describe('a remembered pulse', () => {
  it('is read once in its time, and again after it', async () => {
    const clock = clockAt(0);
    const { reads, source } = slowSource();
    const getPulse = memoPulse(source, { memoMs: 2_000, clock });
    const first = getPulse('en');
    reads[0]?.give(one);
    expect(await first).toBe(one);
    clock.time = 1_999;
    expect(await getPulse('en')).toBe(one);
    clock.time = 2_000;
    const next = getPulse('en');
    reads[1]?.give(two);
    expect(await next).toBe(two);
    expect(reads).toHaveLength(2);
  });

  it('counts its age from when the read began', async () => {
    const clock = clockAt(0);
    const { reads, source } = slowSource();
    const getPulse = memoPulse(source, { memoMs: 2_000, clock });
    const first = getPulse('en');
    clock.time = 1_500;
    reads[0]?.give(one);
    await first;
    clock.time = 2_000;
    void getPulse('en');
    expect(reads).toHaveLength(2);
  });

  it('is read once for all who ask at the same time, per store', async () => {
    const { reads, source } = slowSource();
    const getPulse = memoPulse(source, { memoMs: 2_000, clock: clockAt(0) });
    const asked = [getPulse('en'), getPulse('en'), getPulse('fr')];
    expect(reads.map(({ store }) => store)).toEqual(['en', 'fr']);
    reads[0]?.give(one);
    reads[1]?.give(two);
    expect(await Promise.all(asked)).toEqual([one, one, two]);
  });

  it('is given at once when it is there, without a promise', async () => {
    const getPulse = memoPulse(async () => one, { memoMs: 2_000, clock: clockAt(0) });
    await getPulse('en');
    await Promise.resolve();
    expect(getPulse('en')).toBe(one);
  });

  it('is nobody’s failure for longer than the read that failed', async () => {
    const { reads, source } = slowSource();
    const getPulse = memoPulse(source, { memoMs: 2_000, clock: clockAt(0) });
    const failing = [getPulse('en'), getPulse('en')];
    reads[0]?.fail(new Error('KV is down'));
    for (const asked of failing) await expect(asked).rejects.toThrow('KV is down');
    const next = getPulse('en');
    reads[1]?.give(one);
    expect(await next).toBe(one);
  });

  it('is looked for each time while there is none', async () => {
    let reads = 0;
    const getPulse = memoPulse(
      () => {
        reads += 1;
        return null;
      },
      { memoMs: 2_000, clock: clockAt(0) },
    );
    expect([await getPulse('en'), await getPulse('en'), reads]).toEqual([null, null, 2]);
  });

  it('is never remembered, nor shared, with a memo of 0 ms', async () => {
    const { reads, source } = slowSource();
    const getPulse = memoPulse(source, { memoMs: 0, clock: clockAt(0) });
    void getPulse('en');
    void getPulse('en');
    expect(reads).toHaveLength(2);
  });

  it('does not wait for a read that never ends, nor does that one’s late result replace a newer', async () => {
    const clock = clockAt(0);
    const { reads, source } = slowSource();
    const getPulse = memoPulse(source, { memoMs: 2_000, clock });
    const hanging = getPulse('en');
    clock.time = 2_000;
    const next = getPulse('en');
    reads[1]?.give(two);
    expect(await next).toBe(two);
    reads[0]?.give(one);
    expect(await hanging).toBe(one);
    expect(await getPulse('en')).toBe(two);
  });

  it('does not outlive a clock that is set back', async () => {
    const clock = clockAt(10_000);
    const pulses = [one, two];
    const getPulse = memoPulse(() => pulses.shift() ?? null, { memoMs: 2_000, clock });
    expect(getPulse('en')).toBe(one);
    clock.time = 0;
    expect(getPulse('en')).toBe(two);
  });

  it('keeps a read alive that others wait for, and does not fail with it', async () => {
    const deferred: Promise<void>[] = [];
    const { reads, source } = slowSource();
    const defer = (work: Promise<void>) => void deferred.push(work);
    const getPulse = memoPulse(source, { memoMs: 2_000, clock: clockAt(0), defer });
    const asked = getPulse('en');
    reads[0]?.fail(new Error('KV is down'));
    await expect(asked).rejects.toThrow('KV is down');
    expect(await Promise.all(deferred)).toEqual([undefined]);
  });

  it('is known without reading once it has been read, in its time and not after it', async () => {
    const clock = clockAt(0);
    const { reads, source } = slowSource();
    const getPulse = memoPulse(source, { memoMs: 2_000, clock });
    expect(getPulse.known('en')).toBeNull();
    const first = getPulse('en');
    expect(getPulse.known('en')).toBeNull();
    reads[0]?.give(one);
    await first;
    clock.time = 1_999;
    expect([getPulse.known('en'), getPulse.known('fr')]).toEqual([one, null]);
    clock.time = 2_000;
    expect(getPulse.known('en')).toBeNull();
    expect(reads).toHaveLength(1);
  });
});
