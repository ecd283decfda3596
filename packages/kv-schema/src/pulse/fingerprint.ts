const FNV_OFFSET_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Stands in a pulse log where a content fingerprint would, for a key that was deleted. */
export const DELETED_FINGERPRINT = '00000000';
const STAND_IN_FOR_ZERO = '00000001';

const encoder = new TextEncoder();

/**
 * 32-bit FNV-1a of a text's UTF-8 bytes, as 8 lower-case hex characters.
 *
 * Synchronous and good enough to tell keys apart in a log: two keys that share one cost a needless rendering,
 * never a wrong page. Algorithm: https://datatracker.ietf.org/doc/html/rfc9923
 */
export function fingerprint(text: string): string {
  const bytes = encoder.encode(text);
  let hash = FNV_OFFSET_BASIS;
  // By index: each page takes dozens of fingerprints, and an iterator costs several times as much.
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), FNV_PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Fingerprint of a content hash (32 hex), or of its absence; only an absence (null) has eight zeros. */
export function contentFingerprint(hash: string | null): string {
  if (hash === null) return DELETED_FINGERPRINT;
  const print = fingerprint(hash);
  return print === DELETED_FINGERPRINT ? STAND_IN_FOR_ZERO : print;
}
