/** That a customer has signed in: the token that Maho gave, and how long it is good for. */
export interface CustomerSession {
  readonly token: string;
  /** Epoch seconds. */
  readonly startedAtS: number;
  /** Epoch seconds. */
  readonly endsAtS: number;
}

/** `{startedAtS}.{endsAtS}.{token}`, the token as RFC 6750 section 2.1 has it. */
const SESSION = /^(\d{1,11})\.(\d{1,11})\.([\w\-.~+/]+=*)$/;

/** A session that begins now. */
export function beginSession(
  { token, expiresInSeconds }: { readonly token: string; readonly expiresInSeconds: number },
  now: number,
): CustomerSession {
  const startedAtS = Math.floor(now / 1_000);
  return { token, startedAtS, endsAtS: startedAtS + expiresInSeconds };
}

/** A session as its cookie holds it. */
export function sessionText({ token, startedAtS, endsAtS }: CustomerSession): string {
  return `${startedAtS}.${endsAtS}.${token}`;
}

/** The session in a cookie; null for one that is over, and for what cannot be one. */
export function readSession(text: string, now: number): CustomerSession | null {
  const [, startedAt, endsAt, token] = SESSION.exec(text) ?? [];
  if (startedAt === undefined || endsAt === undefined || token === undefined) return null;
  const session = { token, startedAtS: Number(startedAt), endsAtS: Number(endsAt) };
  return session.endsAtS * 1_000 > now ? session : null;
}

/** Whether more than half of a session has passed, so that it is time for a new token. */
export function isHalfOver({ startedAtS, endsAtS }: CustomerSession, now: number): boolean {
  return now / 1_000 > (startedAtS + endsAtS) / 2;
}
