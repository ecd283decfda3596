import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { RouteContext } from '../http/route.js';
import { SESSION_MS } from './session.js';

/** No script reads it, no page of another site sends it along. */
const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;

/** The session token that came with a request, or null. */
export function readSessionCookie(context: RouteContext): string | null {
  return getCookie(context, cookieName(context)) ?? null;
}

export function setSessionCookie(context: RouteContext, token: string): void {
  const secure = isSecure(context);
  setCookie(context, cookieName(context), token, { ...ATTRIBUTES, secure, maxAge: SESSION_MS / 1_000 });
}

export function deleteSessionCookie(context: RouteContext): void {
  deleteCookie(context, cookieName(context), { ...ATTRIBUTES, secure: isSecure(context) });
}

/** By `__Host-` a browser takes it from this host alone, and only over https; the local runtime speaks http. */
function cookieName(context: RouteContext): string {
  return isSecure(context) ? '__Host-maho-sync' : 'maho-sync';
}

function isSecure({ req }: RouteContext): boolean {
  return new URL(req.url).protocol === 'https:';
}
