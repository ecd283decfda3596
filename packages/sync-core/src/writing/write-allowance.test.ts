import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { Meta } from '../catalog-index/meta.js';
import { TestClock } from '../testing/test-clock.js';
import { WriteAllowance } from './write-allowance.js';

const HOUR_MS = 60 * 60 * 1000;
const NOON = Date.UTC(2026, 10, 23, 12);

function allowanceOf(writesPerDay: number | null) {
  const index = new MemoryCatalogIndex();
  const clock = new TestClock(NOON);
  const open = () => new WriteAllowance(new Meta(index), clock, writesPerDay);
  return { index, clock, open, allowance: open() };
}

describe('WriteAllowance', () => {
  it('gives out the day’s writes and not one more', () => {
    const { allowance } = allowanceOf(3);
    expect([1, 2, 3, 4, 5].map(() => allowance.take())).toEqual([true, true, true, false, false]);
  });

  it('counts on where a process before it stopped', () => {
    const { allowance, open } = allowanceOf(2);
    allowance.take();
    expect([open().take(), open().take()]).toEqual([true, false]);
  });

  it('begins anew with the UTC day, which is when it says it will', () => {
    const { allowance, clock } = allowanceOf(1);
    allowance.take();
    expect(allowance.renewsAt()).toBe(NOON + 12 * HOUR_MS);
    clock.advance(12 * HOUR_MS - 1);
    expect(allowance.take()).toBe(false);
    clock.advance(1);
    expect(allowance.take()).toBe(true);
    expect(allowance.renewsAt()).toBe(NOON + 36 * HOUR_MS);
  });

  it('carries nothing over from a day that was not used up', () => {
    const { allowance, clock } = allowanceOf(2);
    clock.advance(72 * HOUR_MS);
    expect([1, 2, 3].map(() => allowance.take())).toEqual([true, true, false]);
  });

  it('counts what cannot wait, also beyond what is left', () => {
    const { allowance } = allowanceOf(3);
    allowance.spend(2);
    expect([allowance.take(), allowance.take()]).toEqual([true, false]);
    allowance.spend(2);
    expect(allowance.take()).toBe(false);
  });

  it('without a daily limit refuses nothing and stores nothing', () => {
    const { allowance, index } = allowanceOf(null);
    expect(Array.from({ length: 2_000 }, () => allowance.take()).every(Boolean)).toBe(true);
    allowance.spend(2);
    expect(index.rowsWritten).toBe(0);
  });

  it('of zero gives nothing', () => {
    expect(allowanceOf(0).allowance.take()).toBe(false);
  });
});
