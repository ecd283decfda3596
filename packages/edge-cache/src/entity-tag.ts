const TAG_BYTES = 16;

/** The strong ETag of a body: half of its SHA-256 in hex, in quotes. */
export async function entityTag(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body), 0, TAG_BYTES);
  return `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}

/**
 * Whether an `If-None-Match` header names this ETag. Compared weakly, as RFC 9110 (13.1.2) asks: an edge that
 * compresses the answer turns a strong tag into a weak one.
 */
export function matchesEntityTag(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const candidates = ifNoneMatch.split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return candidates.includes(etag) || candidates.includes('*');
}
