import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** Cheap on purpose: nothing real is protected, and tests sign in often. */
const COST = { N: 1024 };
const KEY_BYTES = 32;

/** Maho's own least length. */
export const LEAST_PASSWORD_LENGTH = 7;

/** A password as it is kept: salt and key. */
export function hashPassword(password: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${scryptSync(password, salt, KEY_BYTES, COST).toString('hex')}`;
}

/** Whether a password is the one that was hashed. */
export function isPassword(password: string, hash: string): boolean {
  const [salt = '', key = ''] = hash.split(':');
  const given = scryptSync(password, Buffer.from(salt, 'hex'), KEY_BYTES, COST);
  return timingSafeEqual(given, Buffer.from(key, 'hex'));
}
