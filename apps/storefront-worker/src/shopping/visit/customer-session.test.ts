import { expect, test } from 'vitest';
import { beginSession, isHalfOver, readSession, sessionText } from './customer-session.js';

const NOW = 1_795_000_000_000;
const session = beginSession({ token: 'eyJ.a-b_c.d==', expiresInSeconds: 3_600 }, NOW);

test('a session comes out of its cookie as it went in', () => {
  expect(readSession(sessionText(session), NOW)).toEqual(session);
});

test('a session that is over is none', () => {
  expect(readSession(sessionText(session), NOW + 3_599_000)).toEqual(session);
  expect(readSession(sessionText(session), NOW + 3_600_000)).toBeNull();
});

test.each(['', 'token', '1.2', '1.9999999999.to ken', '1.9999999999.a\r\nX: y', '-1.9999999999.abc'])(
  'what cannot be a session is none: %j',
  (text) => {
    expect(readSession(text, NOW)).toBeNull();
  },
);

test('a new token is due once more than half of the time has passed', () => {
  expect(isHalfOver(session, NOW + 1_800_000)).toBe(false);
  expect(isHalfOver(session, NOW + 1_801_000)).toBe(true);
});
