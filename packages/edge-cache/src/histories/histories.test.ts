import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { history } from './history.js';
import { playHistory, type Tally } from './play-history.js';

const HISTORIES = 1_000;

describe('whatever happens to the data, the pulses and the stored pages', () => {
  it('a page from the cache is never older than what its isolate knows, and nothing stale stays', async () => {
    const tally: Tally = {};
    await fc.assert(
      fc.asyncProperty(history, (whole) => playHistory(whole, tally)),
      { numRuns: HISTORIES },
    );
    // Histories that never came to use the cache would prove nothing.
    expect(tally.HIT).toBeGreaterThan(HISTORIES);
    expect(tally.REVALIDATED).toBeGreaterThan(HISTORIES);
    expect(tally.MISS).toBeGreaterThan(HISTORIES);
    expect(tally.recalled).toBeGreaterThan(HISTORIES);
    expect(tally.held).toBeGreaterThan(HISTORIES);
  }, 120_000);
});
