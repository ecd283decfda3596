import { describe, expect, it } from 'vitest';
import { requireSoundSince } from './requested-since.js';

const NOW = Date.UTC(2026, 10, 27, 12);

describe('requireSoundSince', () => {
  it.each([undefined, 0, NOW - 1, NOW])('takes %s', (updatedSince) => {
    const since = updatedSince === undefined ? {} : { updatedSince };
    expect(() => requireSoundSince({ scope: 'changes', ...since }, NOW)).not.toThrow();
  });

  it.each([
    ['the future', { updatedSince: NOW + 1 }, /future: 1795780800001, and it is 1795780800000/],
    ['a time too far ahead for a date', { updatedSince: Number.MAX_SAFE_INTEGER }, /future/],
    ['a time before 1970', { updatedSince: -1 }, /epoch milliseconds, got -1/],
    ['half a millisecond', { updatedSince: 1.5 }, /epoch milliseconds/],
    ['no number', { updatedSince: Number.NaN }, /epoch milliseconds/],
    ['a time for a full sync', { scope: 'full' as const, updatedSince: 1 }, /takes no updatedSince/],
  ])('refuses %s', (_what, request, message) => {
    const attempt = () => requireSoundSince({ scope: 'changes', ...request }, NOW);
    expect(attempt).toThrow(expect.objectContaining({ code: 'invalid_since', retryable: false }));
    expect(attempt).toThrow(message);
  });
});
