import { expect, test } from 'vitest';
import {
  RETRY_AFTER_CAP_MS,
  RETRY_BASE_MS,
  RETRY_CAP_MS,
  retryAfterMs,
  retryDelayMs,
} from './retry-timing.js';

const almostOne = 1 - Number.EPSILON;

test('doubles the bound with each attempt, up to the cap', () => {
  const delays = [1, 2, 3, 10].map((attempt) => retryDelayMs({ attempt, random: almostOne }));
  expect(delays).toEqual([RETRY_BASE_MS - 1, 2 * RETRY_BASE_MS - 1, 4 * RETRY_BASE_MS - 1, RETRY_CAP_MS - 1]);
});

test('may retry at once: the jitter is full', () => {
  expect(retryDelayMs({ attempt: 3, random: 0 })).toBe(0);
});

test('waits at least what Retry-After asks for, but never longer than its cap', () => {
  expect(retryDelayMs({ attempt: 1, random: 0, retryAfterMs: 5000 })).toBe(5000);
  expect(retryDelayMs({ attempt: 1, random: almostOne, retryAfterMs: 3_600_000 })).toBe(RETRY_AFTER_CAP_MS);
});

test('reads both forms of Retry-After', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect(retryAfterMs('120', now)).toBe(120_000);
  expect(retryAfterMs('Mon, 23 Nov 2026 10:00:05 GMT', now)).toBe(5000);
  expect(retryAfterMs('Mon, 23 Nov 2026 09:00:00 GMT', now)).toBe(0);
});

test('ignores an absent or unreadable Retry-After', () => {
  for (const header of [null, '', 'soon']) expect(retryAfterMs(header, 0)).toBeUndefined();
});
