/**
 * Whether two secrets are equal, in a time that tells nothing of where they differ or how long they are: their
 * SHA-256 digests are compared, all bytes of them.
 */
export async function isSameSecret(given: string, expected: string): Promise<boolean> {
  const [a, b] = await Promise.all([digest(given), digest(expected)]);
  let difference = 0;
  for (const [position, byte] of a.entries()) difference |= byte ^ (b[position] ?? 0);
  return difference === 0;
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
