import { expect, test } from 'vitest';
import { RETRY_AFTER_CAP_MS, retryAfterMs, retryDelayMs } from './retry-timing.js';

test('doubles the bound with each attempt, up to a cap, from nothing on', () => {
  const delays = [1, 2, 3, 20].map((attempt) => retryDelayMs({ attempt, retryAfterMs: null, random: 0.5 }));
  expect(delays).toEqual([250, 500, 1_000, 15_000]);
  expect(retryDelayMs({ attempt: 5, retryAfterMs: null, random: 0 })).toBe(0);
});

test('waits at least what Retry-After asks for, and not at all when that is too long', () => {
  expect(retryDelayMs({ attempt: 1, retryAfterMs: 5_000, random: 0 })).toBe(5_000);
  expect(retryDelayMs({ attempt: 9, retryAfterMs: 300_000, random: 0.5 })).toBe(300_500);
  expect(retryDelayMs({ attempt: 1, retryAfterMs: RETRY_AFTER_CAP_MS + 1, random: 0 })).toBeNull();
});

test('reads both forms of Retry-After', () => {
  const now = Date.parse('2026-11-27T10:00:00Z');
  expect(retryAfterMs(' 120', now)).toBe(120_000);
  expect(retryAfterMs('Fri, 27 Nov 2026 10:00:05 GMT', now)).toBe(5_000);
  expect(retryAfterMs('Fri, 27 Nov 2026 09:00:00 GMT', now)).toBe(0);
  for (const header of [null, '', 'soon']) expect(retryAfterMs(header, now)).toBeNull();
});
