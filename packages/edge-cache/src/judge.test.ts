import { describe, expect, it } from 'vitest';
import { judge, NEWER_TRUST_MS } from './judge.js';
import type { PageRead } from './read-recorder.js';
import { type LogEntry, pulseOf } from './testing/pulse-of.js';
import { samplePage } from './testing/sample-page.js';

const NOW = 1_000_000_000;

function entry(seq: number, changed: Record<string, string | null> | 'everything'): LogEntry {
  return { seq, at: NOW, changed: changed === 'everything' ? changed : new Map(Object.entries(changed)) };
}

function page({
  hash = 'h4',
  seq = 4,
  reads = [
    ['menu', 'm1'],
    ['tee', null],
  ],
  stampedAt = NOW,
}: {
  hash?: string;
  seq?: number;
  reads?: PageRead[];
  stampedAt?: number;
} = {}) {
  return samplePage('', { stamp: { hash, seq, reads, stampedAt } });
}

const log = [entry(4, { tee: null }), entry(5, { mug: 'x' }), entry(6, {})];
const pulse = pulseOf({ hash: 'h6', seq: 6, log });

describe('judge', () => {
  it('calls a page of the present publish a hit', () => {
    expect(judge(page({ hash: 'h6', seq: 6 }), pulse, NOW)).toBe('hit');
  });

  it('calls a page revalidated when the log reaches back and names none of its keys', () => {
    expect(judge(page(), pulse, NOW)).toBe('revalidated');
    expect(judge(page({ seq: 5 }), pulse, NOW)).toBe('revalidated');
  });

  it('calls a page revalidated after publishes that changed nothing', () => {
    expect(judge(page({ seq: 5 }), pulseOf({ hash: 'refreshed', seq: 6, log: [entry(6, {})] }), NOW)).toBe(
      'revalidated',
    );
  });

  it.each<[string, LogEntry]>([
    ['changed', entry(7, { menu: 'm2' })],
    ['was deleted', entry(7, { menu: null })],
    ['appeared that it had missed', entry(7, { tee: 't1' })],
  ])('calls a page a miss when a key %s', (_, last) => {
    expect(judge(page(), pulseOf({ hash: 'h7', seq: 7, log: [...log, last] }), NOW)).toBe('miss');
  });

  it('keeps a page that had read the new content before it was published', () => {
    const published = pulseOf({ hash: 'h7', seq: 7, log: [...log, entry(7, { menu: 'm1' })] });
    expect(judge(page(), published, NOW)).toBe('revalidated');
  });

  it('calls a page a miss when the log does not reach back to it', () => {
    expect(judge(page({ seq: 2 }), pulse, NOW)).toBe('miss');
    expect(judge(page(), pulseOf({ hash: 'h6', seq: 6 }), NOW)).toBe('miss');
    expect(
      judge(page(), pulseOf({ hash: 'h6', seq: 6, log: [entry(5, 'everything'), entry(6, {})] }), NOW),
    ).toBe('miss');
  });

  it('trusts an equal hash of an earlier publish only as far as the log confirms it', () => {
    const takenBack = pulseOf({
      hash: 'h4',
      seq: 6,
      log: [entry(5, { menu: 'm0' }), entry(6, { menu: 'm1' })],
    });
    expect(judge(page({ hash: 'h4' }), takenBack, NOW)).toBe('revalidated');
    expect(judge(page({ hash: 'h4', reads: [['menu', 'm0']] }), takenBack, NOW)).toBe('miss');
  });

  it('calls a page a miss when its publish has the same number and another hash', () => {
    expect(judge(page({ hash: 'other', seq: 6 }), pulse, NOW)).toBe('miss');
  });

  it('calls a page of a later publish newer, whatever its hash', () => {
    expect(judge(page({ hash: 'h9', seq: 9 }), pulse, NOW)).toBe('newer');
    expect(judge(page({ hash: 'h6', seq: 7 }), pulse, NOW)).toBe('newer');
  });

  it('believes a later publish for ten minutes only', () => {
    const newer = (stampedAt: number) => judge(page({ seq: 9, stampedAt }), pulse, NOW);
    expect(newer(NOW - NEWER_TRUST_MS + 1)).toBe('newer');
    expect(newer(NOW - NEWER_TRUST_MS)).toBe('miss');
  });

  it('calls every page a miss once its end has come', () => {
    for (const seq of [4, 6, 9]) {
      const ended = { ...page({ hash: 'h6', seq }), endsAt: NOW };
      expect(judge(ended, pulse, NOW)).toBe('miss');
      expect(judge(ended, pulse, NOW - 1)).not.toBe('miss');
    }
  });
});
