import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PulseLogGapError } from '../errors/pulse-log-gap-error.js';
import { changesSince } from './pulse-changes.js';
import { appendToLog, PULSE_LOG_KEEP_MS, PULSE_LOG_MAX_BYTES } from './pulse-log.js';
import { type PulseLogEntry, parseStorePulse } from './pulse-record.js';

const NOW = Date.parse('2026-11-23T12:00:00Z');

/** An entry that names `count` keys. */
function entryOf(seq: number, at: number, count: number): PulseLogEntry {
  return { seq, at, changed: seq.toString(16).padStart(16, '0').repeat(count) };
}

/** Bytes of the largest record that can hold this log. */
function recordBytes(log: readonly PulseLogEntry[]): number {
  const record = {
    hash: 'f'.repeat(32),
    seq: Number.MAX_SAFE_INTEGER,
    updatedAt: new Date(NOW).toISOString(),
    log,
  };
  return new TextEncoder().encode(JSON.stringify(record)).length;
}

/** A log that was appended to entry by entry. */
function logOf(entries: readonly PulseLogEntry[], now = NOW): PulseLogEntry[] {
  return entries.reduce<PulseLogEntry[]>((log, entry) => appendToLog(log, entry, { now }), []);
}

describe('appendToLog', () => {
  it('keeps everything, however old, as long as it fits', () => {
    const entries = [entryOf(1, 0, 100), entryOf(2, 1, 0), entryOf(3, NOW, 100)];
    expect(logOf(entries)).toEqual(entries);
  });

  it('does not change the log it was given', () => {
    const log = Object.freeze([Object.freeze(entryOf(1, 0, 4000))]);
    expect(appendToLog(log, entryOf(2, NOW, 4000), { now: NOW })).toHaveLength(1);
    expect(log).toHaveLength(1);
  });

  it('drops entries older than 10 minutes when they no longer fit, and only as many as it must', () => {
    const old = NOW - PULSE_LOG_KEEP_MS - 1;
    const entries = [
      entryOf(1, old, 1000),
      entryOf(2, old, 1000),
      entryOf(3, old, 1000),
      entryOf(4, NOW, 1500),
    ];
    expect(logOf(entries)).toEqual(entries.slice(1));
  });

  it('turns younger entries that do not fit into one that stands for everything', () => {
    const young = NOW - PULSE_LOG_KEEP_MS;
    const entries = [entryOf(1, young, 1500), entryOf(2, young + 5, 1500), entryOf(3, NOW, 1500)];
    expect(logOf(entries)).toEqual([{ seq: 1, at: young, changed: '*' }, ...entries.slice(1)]);
  });

  it('lets old entries go with the younger ones when those have to collapse', () => {
    const old = NOW - PULSE_LOG_KEEP_MS - 1;
    const entries = [entryOf(1, old, 100), entryOf(2, NOW - 9, 3000), entryOf(3, NOW, 3000)];
    expect(logOf(entries)).toEqual([{ seq: 2, at: NOW - 9, changed: '*' }, entryOf(3, NOW, 3000)]);
  });

  it('turns an entry that is too big by itself into one that stands for everything, even if the clock jumped', () => {
    const everything = [{ seq: 2, at: 5, changed: '*' }];
    expect(logOf([entryOf(1, 5, 1), entryOf(2, 5, 5000)], 5)).toEqual(everything);
    expect(logOf([entryOf(1, 5, 1), entryOf(2, 5, 5000)], NOW)).toEqual(everything);
  });

  it('collapses again into the one entry there is', () => {
    const entries = [1, 2, 3, 4, 5, 6].map((seq) => entryOf(seq, NOW - 10 + seq, 1900));
    expect(logOf(entries)).toEqual([{ seq: 4, at: NOW - 6, changed: '*' }, ...entries.slice(4)]);
  });

  it('refuses an entry that does not follow, naming both numbers', () => {
    const log = [entryOf(7, NOW, 1)];
    for (const seq of [6, 7, 9]) {
      expect(() => appendToLog(log, entryOf(seq, NOW, 1), { now: NOW })).toThrow(PulseLogGapError);
    }
    expect(() => appendToLog(log, entryOf(9, NOW, 1), { now: NOW })).toThrow(
      /ends at seq 7.*must be 8, got 9/,
    );
  });

  it('begins anywhere, so that a rebuilt index continues from the pulse in KV', () => {
    expect(appendToLog([], entryOf(41, NOW, 1), { now: NOW })).toEqual([entryOf(41, NOW, 1)]);
  });

  it('keeps every promise over any history of publishes', () => {
    const step = fc.record({
      pauseMs: fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 900_000 })),
      count: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: 900 }) },
        fc.integer({ min: 0, max: 6000 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        let now = NOW;
        let log: PulseLogEntry[] = [];
        const history: PulseLogEntry[] = [];
        for (const [index, { pauseMs, count }] of steps.entries()) {
          now += pauseMs;
          const entry = entryOf(index + 1, now, count);
          history.push(entry);
          log = appendToLog(log, entry, { now });
          expectSound(log, history, now);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Fits, has contiguous seqs, forgets nothing young, and never calls a changed key unchanged. */
function expectSound(log: readonly PulseLogEntry[], history: readonly PulseLogEntry[], now: number): void {
  const head = history.length;
  const first = log[0]?.seq ?? 0;
  expect(recordBytes(log)).toBeLessThanOrEqual(PULSE_LOG_MAX_BYTES);
  expect(log.map((entry) => entry.seq)).toEqual(log.map((_, index) => first + index));
  expect(log.at(-1)?.seq).toBe(head);
  expect(log.slice(1).every((entry) => entry.changed !== '*')).toBe(true);
  expect(
    parseStorePulse({ hash: '0'.repeat(32), seq: head, updatedAt: '2026-11-23T12:00:00Z', log }),
  ).not.toBeNull();
  for (const past of history) {
    if (now - past.at <= PULSE_LOG_KEEP_MS)
      expect(past.seq).toBeGreaterThanOrEqual(log[0]?.changed === '*' ? 1 : first);
    const since = changesSince(log, head, past.seq - 1);
    if (since.reach && past.changed !== '') expect(since.changed.has(past.changed.slice(0, 8))).toBe(true);
  }
}
