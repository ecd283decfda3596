import { describe, expect, it } from 'vitest';
import { requestedSince } from './requested-since.js';
import { CHANGES_SYNC, FULL_SYNC } from './sync-type.js';

const NOW = Date.UTC(2026, 10, 27, 12);
const NINE = Date.UTC(2026, 10, 27, 9);
const inQuery = (text: string) => new URLSearchParams({ updatedSince: text });
const inBody = (updatedSince: unknown) =>
  requestedSince(CHANGES_SYNC, new URLSearchParams(), { updatedSince }, NOW);

describe('updatedSince', () => {
  it.each([
    ['2026-11-27T09:00:00Z', NINE],
    ['2026-11-27T09:00:00.250Z', NINE + 250],
    ['2026-11-27T10:00:00+01:00', NINE],
    [String(NINE / 1_000), NINE],
    ['0', 0],
    ['2026-11-27T12:00:00Z', NOW],
  ])('%s is a moment, in the query and in the body', (text, ms) => {
    expect(requestedSince(CHANGES_SYNC, inQuery(text), {}, NOW)).toBe(ms);
    expect(inBody(text)).toBe(ms);
  });

  it('may be a number in the body, and goes by the query where both have it', () => {
    expect(inBody(NINE / 1_000)).toBe(NINE);
    expect(requestedSince(CHANGES_SYNC, inQuery('0'), { updatedSince: 5 }, NOW)).toBe(0);
  });

  it('is the time since the last sync where nothing is said', () => {
    expect(requestedSince(CHANGES_SYNC, new URLSearchParams(), {}, NOW)).toBeNull();
    expect(requestedSince(FULL_SYNC, new URLSearchParams(), { updatedSince: null }, NOW)).toBeNull();
  });

  it.each([
    ['the future', '2026-11-27T12:00:00.001Z', /future; the time here is 2026-11-27T12:00:00\.000Z/],
    ['milliseconds', NOW, /future/],
    ['a time without a zone', '2026-11-27T09:00:00', /must be a time such as/],
    ['a day', '2026-11-27', /must be a time such as/],
    ['a day that is none', '2026-02-30T09:00:00Z', /must be a time such as/],
    ['a plus that a query made a space', '2026-11-27T10:00:00 01:00', /must be a time such as/],
    ['words', 'yesterday', /must be a time such as/],
    ['nothing', '', /must be a time such as/],
    ['a negative number', -1, /must be a time such as/],
    ['half a second', 1.5, /must be a time such as/],
    ['a list', [0], /must be a time such as/],
  ])('%s is refused', (_what, given, message) => {
    const attempt = () => inBody(given);
    expect(attempt).toThrow(expect.objectContaining({ status: 400, code: 'invalid_updated_since' }));
    expect(attempt).toThrow(message);
  });

  it('is refused by every sync that would read everything all the same', () => {
    expect(() => requestedSince(FULL_SYNC, inQuery('0'), {}, NOW)).toThrow(/Only POST \/sync\/changes/);
  });
});
