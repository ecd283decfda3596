/**
 * An address that may stand in `href` or `src`: http, https, or below this host; undefined for any other, such
 * as `javascript:`.
 */
export function safeUrl(url: string | undefined): string | undefined {
  const trimmed = url?.trim();
  if (!trimmed) return undefined;
  if (/^https?:\/\/[^/]/i.test(trimmed)) return trimmed;
  return /^\/(?![/\\])/.test(trimmed) ? trimmed : undefined;
}
