import { logError } from '../../log.js';
import { platformClock } from '../../platform/clock.js';
import { type CustomerSession, isHalfOver } from './customer-session.js';
import type { Renewal } from './session-renewal.js';
import { endSession } from './signed-in.js';
import type { Visit } from './visit.js';

/**
 * Gets a customer a new token when more than half of the old one's time has passed. While the shop cannot be asked the
 * old one goes on; one that the shop no longer takes leaves the visit as a guest's.
 */
export async function keepSignedIn(visit: Visit): Promise<Visit> {
  const { cookies, shopper } = visit;
  const { session } = cookies;
  if (session === null || !isHalfOver(session, platformClock.now())) return visit;
  const renewal = await renewed(visit, session);
  if (renewal === 'later') return visit;
  if (renewal === 'over') return endSession(visit);
  cookies.keepSession(renewal);
  return { ...visit, shopper: { ...shopper, token: renewal.token } };
}

/**
 * The visit of a customer whose token the shop has just refused: with the new one that another tab got while this
 * request was under way, else as a guest's.
 */
export async function withoutRefusedToken(visit: Visit): Promise<Visit> {
  const refused = visit.cookies.customerToken;
  const kept = await keepSignedIn(visit);
  return kept.cookies.customerToken === refused ? endSession(visit) : kept;
}

/** The object that renews a token may be out of reach, which is no reason to keep a customer out. */
async function renewed({ context, asked, shopper }: Visit, { token }: CustomerSession): Promise<Renewal> {
  const store = asked.store.code;
  try {
    const renewals = context.env.SESSION_RENEWAL.getByName(await nameOf(store, token));
    return await renewals.renew({ store, token, address: shopper.address });
  } catch (error) {
    logError('session_not_renewed', { store, reason: String(error) });
    return 'later';
  }
}

/** Names are seen by whoever operates the Worker: a hash tells nothing of the token. */
async function nameOf(store: string, token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${store}\0${token}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
