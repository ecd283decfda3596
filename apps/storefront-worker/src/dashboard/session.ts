/** How long somebody stays signed in. */
export const SESSION_MS = 2 * 60 * 60 * 1_000;

const PURPOSE = 'maho-storefront dashboard session';
const encoder = new TextEncoder();

/**
 * Proof of having known the sync secret, good for `SESSION_MS`: when it ends, and that signed with a key derived
 * from the secret. It does not hold the secret, and a new secret ends every session.
 */
export async function sessionToken(syncSecret: string, now: number): Promise<string> {
  const end = String(now + SESSION_MS);
  const signature = await crypto.subtle.sign('HMAC', await sessionKey(syncSecret), encoder.encode(end));
  return `${end}.${hex(new Uint8Array(signature))}`;
}

/** Whether a token was made with this secret and has not ended; signatures are compared in constant time. */
export async function isSession(token: string, syncSecret: string, now: number): Promise<boolean> {
  const match = /^(\d{1,16})\.([0-9a-f]{64})$/.exec(token);
  const [, end = '', signature = ''] = match ?? [];
  if (match === null || Number(end) <= now || Number(end) > now + SESSION_MS) return false;
  return crypto.subtle.verify('HMAC', await sessionKey(syncSecret), bytes(signature), encoder.encode(end));
}

/** RFC 5869; the secret's other uses have nothing to do with this key. */
async function sessionKey(syncSecret: string): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', encoder.encode(syncSecret), 'HKDF', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(PURPOSE) },
    secret,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}

function hex(data: Uint8Array): string {
  return [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
