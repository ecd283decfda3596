import { readJsonBody } from '../http/json-body.js';
import type { RouteContext } from '../http/route.js';
import { storeSecret } from '../registry/stored-registry.js';
import { readSettings, type Settings } from '../settings.js';
import { type Access, grantAccess, requireUnlocked } from './access.js';
import { bearerSecret, bodySecret } from './credentials.js';

/** A call whose caller may make it. */
export interface AuthorizedCall {
  settings: Settings;
  access: Access;
  /** From `?store=`; null for all stores. */
  store: string | null;
  body: Readonly<Record<string, unknown>>;
}

/**
 * Lets a call through or throws what to answer instead.
 *
 * A secret in the header is checked before the body is read, one in the body after it.
 *
 * @throws RequestError 503 while locked, 401, and 400 or 413 for the body.
 */
export async function authorizedCall({ req, env }: RouteContext): Promise<AuthorizedCall> {
  const settings = readSettings(env);
  const { syncSecret, environment } = settings;
  requireUnlocked(syncSecret, environment);
  const asked = req.query('store')?.trim() ?? '';
  const store = asked === '' ? null : asked;
  const grant = (given: string | null) =>
    grantAccess({
      given,
      syncSecret,
      environment,
      store,
      storeSecret: (code) => storeSecret(env.CONTENT, code),
    });
  const bearer = bearerSecret(req.raw);
  if (bearer !== null) {
    const access = await grant(bearer);
    return { settings, access, store, body: await readJsonBody(req.raw) };
  }
  const body = await readJsonBody(req.raw);
  return { settings, access: await grant(bodySecret(body)), store, body };
}
