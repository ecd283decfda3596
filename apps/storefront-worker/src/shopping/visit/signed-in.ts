import { MahoRefusal, type Shopper, type SignedInShopper } from '@maho-storefront/maho-client/shopping';
import { localPath } from './local-path.js';
import { seeOther } from './personal-page.js';
import type { Visit } from './visit.js';

/** Somebody asks for what only a customer has, and has not signed in. */
export class SignInNeededError extends Error {
  readonly code = 'sign_in_needed';
  readonly retryable = false;

  constructor() {
    super('Only a customer who has signed in has this.');
    this.name = 'SignInNeededError';
  }
}

/** @throws SignInNeededError unless the shopper has signed in; the route leads to the page for it. */
export function customerOf({ shopper }: Visit): SignedInShopper {
  const { token } = shopper;
  if (token === undefined) throw new SignInNeededError();
  return { ...shopper, token };
}

/** The shopper as anybody: for calls that need no token, so that one which is over cannot fail them. */
export function guestOf({ shopper: { address, signal } }: Visit): Shopper {
  return { address, signal };
}

/** Whether the shop no longer takes the customer's token, be it by its age or because it was revoked. */
export function isSessionOver(error: unknown): boolean {
  return error instanceof MahoRefusal && error.reason === 'session_expired';
}

/** Whether it takes signing in, once more or at all, to get on. */
export function needsSignIn(error: unknown): boolean {
  if (error instanceof SignInNeededError || isSessionOver(error)) return true;
  return error instanceof MahoRefusal && error.reason === 'sign_in_required';
}

/** The visit as that of a guest, once a customer's session is over. */
export function endSession(visit: Visit): Visit {
  visit.cookies.drop('customer');
  return { ...visit, shopper: guestOf(visit) };
}

/** Leads to the page to sign in, which says what has happened and leads back. */
export function askToSignIn(visit: Visit): Response {
  const hadSession = visit.cookies.session !== null || visit.cookies.hasSessionEnded;
  if (visit.cookies.session !== null) endSession(visit);
  const query = new URLSearchParams({ ...(hadSession ? { why: 'expired' } : {}), to: wayBack(visit) });
  return seeOther(visit, `/account/sign-in?${query}`);
}

/** The page that was asked for; for a form, the page it is on. */
export function wayBack({ context, asked: { url } }: Visit): string {
  if (context.req.method !== 'POST') return url.pathname + url.search;
  const referrer = context.req.header('referer') ?? '';
  if (!URL.canParse(referrer)) return '/account';
  const { origin, pathname, search } = new URL(referrer);
  return (origin === url.origin ? localPath(pathname + search) : null) ?? '/account';
}
