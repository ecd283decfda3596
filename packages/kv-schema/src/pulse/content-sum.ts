import { sha256Hex } from '../sha256.js';

const MODULUS = 1n << 128n;
const SUM_TEXT = /^[0-9a-f]{32}$/;

/** The sum over no key at all. */
export const EMPTY_SUM = 0n;

/**
 * What one key adds to a pulse: the first 128 bits of SHA-256(key, NUL, hash).
 *
 * A key never holds NUL (it is percent-encoded), so no two pairs share a text.
 */
export async function pulseElement(key: string, hash: string): Promise<bigint> {
  return BigInt(`0x${await sha256Hex(`${key}\0${hash}`)}`);
}

/**
 * The sum after a key came in. Sums ignore order, so equal content has an equal sum whatever the history;
 * they count every copy, so an element is added once and removed once.
 */
export function addElement(sum: bigint, element: bigint): bigint {
  return (sum + element) % MODULUS;
}

/** The sum after a key left; a changed key is its old element removed and its new one added. */
export function removeElement(sum: bigint, element: bigint): bigint {
  return (sum - element + MODULUS) % MODULUS;
}

/** The sum as a pulse hash: 32 lower-case hex characters. */
export function formatSum(sum: bigint): string {
  return sum.toString(16).padStart(32, '0');
}

/** The sum that {@link formatSum} wrote, or null for any other text. */
export function parseSum(text: string): bigint | null {
  return SUM_TEXT.test(text) ? BigInt(`0x${text}`) : null;
}
