/** Bytes kept of a SHA-256: 128 bits tell catalogues apart and halve what metadata and pulse carry. */
const KEPT_BYTES = 16;

const encoder = new TextEncoder();

/** First 128 bits of the SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, as 32 lower-case hex characters. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  const kept = new Uint8Array(digest, 0, KEPT_BYTES);
  return Array.from(kept, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
