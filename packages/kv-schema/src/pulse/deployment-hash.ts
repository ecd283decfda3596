import { sha256Hex } from '../sha256.js';

/**
 * The hash of a whole deployment from its stores' pulse hashes by store code, as 32 lower-case hex characters.
 *
 * SHA-256 over `code NUL hash LF` of every store, sorted by code unit, first 128 bits: the order of the map
 * does not count.
 */
export async function deploymentHash(stores: ReadonlyMap<string, string>): Promise<string> {
  const lines = [...stores].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, hash]) => `${code}\0${hash}\n`);
  return sha256Hex(lines.join(''));
}
