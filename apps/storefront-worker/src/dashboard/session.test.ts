import { describe, expect, it } from 'vitest';
import { isSession, SESSION_MS, sessionToken } from './session.js';

const SECRET = 'a-secret-of-some-length';
const NOW = Date.UTC(2026, 10, 27, 12);

describe('a session', () => {
  it('is good until it ends, and not a moment longer', async () => {
    const token = await sessionToken(SECRET, NOW);
    expect(await isSession(token, SECRET, NOW)).toBe(true);
    expect(await isSession(token, SECRET, NOW + SESSION_MS - 1)).toBe(true);
    expect(await isSession(token, SECRET, NOW + SESSION_MS)).toBe(false);
  });

  it('does not hold the secret, and ends with it', async () => {
    const token = await sessionToken(SECRET, NOW);
    expect(token).not.toContain(SECRET);
    expect(await isSession(token, `${SECRET}-new`, NOW)).toBe(false);
  });

  it('cannot be prolonged by whoever holds it', async () => {
    const [end, signature] = (await sessionToken(SECRET, NOW)).split('.');
    expect(await isSession(`${Number(end) + 1}.${signature}`, SECRET, NOW)).toBe(false);
    const far = await sessionToken(SECRET, NOW + SESSION_MS);
    expect(await isSession(far, SECRET, NOW)).toBe(false);
  });

  it.each([
    '',
    '.',
    'x',
    `${NOW + 1}.`,
    `${NOW + 1}.${'0'.repeat(64)}`,
    `${NOW + 1}.${'0'.repeat(63)}g`,
    '1e9.00',
  ])('is not “%s”', async (token) => {
    expect(await isSession(token, SECRET, NOW)).toBe(false);
  });
});
