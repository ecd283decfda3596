import { describe, expect, it } from 'vitest';
import { limitsOf, type SyncLimits } from '../limits.js';
import { TestClock } from '../testing/test-clock.js';
import { SliceBudget } from './slice-budget.js';

const ONE = { kvOperations: 1, requests: 1 };
const NOTHING = { kvOperations: 0, requests: 0 };

function budgetOf(fields: Partial<SyncLimits> = {}) {
  const clock = new TestClock();
  const limits = {
    ...limitsOf('paid'),
    kvOperationsPerSlice: 14,
    backendRequestsPerSlice: 5,
    sliceMs: 1_000,
    ...fields,
  };
  return { clock, budget: new SliceBudget(limits, clock) };
}

describe('SliceBudget', () => {
  it('always lets the first work begin, so that even a tiny slice gets on', () => {
    const { budget, clock } = budgetOf({ kvOperationsPerSlice: 1, backendRequestsPerSlice: 0 });
    clock.advance(5_000);
    expect(budget.allows({ kvOperations: 100, requests: 100 })).toBe(true);
    expect(budget.allows(NOTHING)).toBe(false);
  });

  it('lets nothing more begin once another run waits, after the first work that gets the slice on', () => {
    let isAwaited = false;
    const budget = new SliceBudget(limitsOf('paid'), new TestClock(), () => isAwaited);
    expect([budget.allows(ONE), budget.allows(ONE)]).toEqual([true, true]);
    isAwaited = true;
    expect(budget.allows(ONE)).toBe(false);
    const next = new SliceBudget(limitsOf('paid'), new TestClock(), () => isAwaited);
    expect([next.allows(ONE), next.allows(ONE)]).toEqual([true, false]);
  });

  it('keeps KV operations back for the pulse', () => {
    const { budget } = budgetOf();
    budget.allows(ONE);
    expect(budget.kvLeft).toBe(10);
    budget.kvOperations = 9;
    expect(budget.allows(ONE)).toBe(true);
    expect(budget.allows({ ...ONE, kvOperations: 2 })).toBe(false);
    budget.kvOperations = 10;
    expect(budget.allows(ONE)).toBe(false);
    expect(budget.allows({ ...ONE, kvOperations: 0 })).toBe(true);
  });

  it('refuses work that may need more requests than are left', () => {
    const { budget } = budgetOf();
    budget.allows(ONE);
    budget.requests = 4;
    expect(budget.allows(ONE)).toBe(true);
    expect(budget.allows({ ...ONE, requests: 2 })).toBe(false);
    expect(budget.requestsLeft).toBe(1);
  });

  it('ends with its time, so that the run shows a heartbeat', () => {
    const { budget, clock } = budgetOf();
    budget.allows(ONE);
    clock.advance(999);
    expect(budget.allows(ONE)).toBe(true);
    clock.advance(1);
    expect(budget.allows(NOTHING)).toBe(false);
  });
});

describe('limitsOf', () => {
  it.each(['free', 'paid'] as const)('leaves room on the %s plan for what publishing needs', (plan) => {
    const { kvOperationsPerSlice, backendRequestsPerSlice } = limitsOf(plan);
    const subrequests = plan === 'free' ? 50 : 1_000;
    expect(kvOperationsPerSlice + backendRequestsPerSlice).toBeLessThan(subrequests);
    expect(limitsOf(plan).backendRequestsInFlight).toBeLessThanOrEqual(6);
  });

  it('stops before the free plan’s 1,000 writes a day, and knows no such limit on the paid one', () => {
    expect(limitsOf('free').kvWritesPerDay).toBe(900);
    expect(limitsOf('paid').kvWritesPerDay).toBeNull();
  });
});
