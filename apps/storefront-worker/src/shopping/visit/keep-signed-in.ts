import { platformClock } from '../../platform/clock.js';
import { isHalfOver } from './customer-session.js';
import { endSession } from './signed-in.js';
import type { Visit } from './visit.js';

/**
 * Gets a customer a new token when more than half of the old one's time has passed. While the shop cannot be asked the
 * old one goes on; one that the shop no longer takes leaves the visit as a guest's.
 */
export async function keepSignedIn(visit: Visit): Promise<Visit> {
  const { cookies, context, asked, shopper } = visit;
  const { session } = cookies;
  if (session === null || !isHalfOver(session, platformClock.now())) return visit;
  const store = asked.store.code;
  const { SESSION_RENEWAL } = context.env;
  const renewals = SESSION_RENEWAL.getByName(await nameOf(store, session.token));
  const renewal = await renewals.renew({ store, token: session.token, address: shopper.address });
  if (renewal === 'later') return visit;
  if (renewal === 'over') return endSession(visit);
  cookies.keepSession(renewal);
  return { ...visit, shopper: { ...shopper, token: renewal.token } };
}

/** Names are seen by whoever operates the Worker: a hash tells nothing of the token. */
async function nameOf(store: string, token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${store}\0${token}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
