import { createHash } from 'node:crypto';

/** The hash in a file's name: long enough that two contents never share it. */
const NAME_HASH_LENGTH = 10;

/** @param {string} text */
export function contentHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, NAME_HASH_LENGTH);
}
