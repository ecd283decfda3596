import { requireUnlocked } from '../auth/access.js';
import type { RouteContext } from '../http/route.js';
import { platformClock } from '../platform/clock.js';
import { readSettings, type Settings } from '../settings.js';
import { isSession } from './session.js';
import { readSessionCookie } from './session-cookie.js';

/** Who asks for the dashboard. `anyone`: in development there may be no secret to know. */
export interface Visitor {
  settings: Settings;
  standing: 'stranger' | 'signed-in' | 'anyone';
}

/** @throws RequestError 503 while the deployment has no secret worth the name. */
export async function visitor(context: RouteContext): Promise<Visitor> {
  const settings = readSettings(context.env);
  const { syncSecret, environment } = settings;
  requireUnlocked(syncSecret, environment);
  if (syncSecret === '') return { settings, standing: 'anyone' };
  const token = readSessionCookie(context);
  const isSignedIn = token !== null && (await isSession(token, syncSecret, platformClock.now()));
  return { settings, standing: isSignedIn ? 'signed-in' : 'stranger' };
}
