import { RequestError } from '../http/request-error.js';
import { isSameSecret } from './secret-comparison.js';
import { secretProblem } from './secret-strength.js';

/** What a caller may do: everything, or what concerns one store. */
export type Access = { scope: 'deployment' } | { scope: 'store'; store: string };

export interface AccessQuestion {
  /** What the caller presented; null where that was nothing. */
  given: string | null;
  /** `SYNC_SECRET`; '' where it is not set. */
  syncSecret: string;
  environment: string;
  /** The store the call is about, from `?store=`. */
  store: string | null;
  /** The own secret of a store, or null; asked only where the deployment's does not fit. */
  storeSecret: (store: string) => Promise<string | null>;
}

/**
 * Decides whether a caller may use the sync endpoints.
 *
 * @throws RequestError 503 while the deployment has no secret worth the name, 401 for a wrong or missing one.
 */
export async function grantAccess(question: AccessQuestion): Promise<Access> {
  const { given, syncSecret, environment, store } = question;
  requireUnlocked(syncSecret, environment);
  if (syncSecret === '') return { scope: 'deployment' };
  if (given !== null) {
    if (await isSameSecret(given, syncSecret)) return { scope: 'deployment' };
    if (store !== null && (await fitsStore(question, given, store))) return { scope: 'store', store };
  }
  throw new RequestError(
    401,
    'unauthorized',
    given === null
      ? 'Send the sync secret: "Authorization: Bearer <SYNC_SECRET>", or {"secret": "…"} in the JSON body.'
      : 'The sync secret is wrong. It must be the SYNC_SECRET of this Worker.',
    { 'WWW-Authenticate': 'Bearer' },
  );
}

async function fitsStore(
  { storeSecret, environment }: AccessQuestion,
  given: string,
  store: string,
): Promise<boolean> {
  const own = await storeSecret(store);
  if (own === null || own === '' || secretProblem(own, environment) !== null) return false;
  return isSameSecret(given, own);
}

/** @throws RequestError 503 while the deployment has no secret worth the name. */
export function requireUnlocked(syncSecret: string, environment: string): void {
  const problem = secretProblem(syncSecret, environment);
  if (problem === null) return;
  throw new RequestError(
    503,
    'locked',
    `SYNC_SECRET ${problem}, so nobody may sync. Set it with "wrangler secret put SYNC_SECRET" to at least ` +
      '16 random characters (openssl rand -hex 24), and enter the same in the shop’s storefront settings.',
  );
}
