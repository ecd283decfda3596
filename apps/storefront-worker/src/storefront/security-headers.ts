/**
 * What a browser may do with a page: nothing from elsewhere but pictures, nothing inline.
 *
 * @param formOrigins where its forms may lead beside this shop; browsers count redirects of the answer in.
 */
export function contentSecurityPolicy(formOrigins: readonly string[] = []): string {
  return [
    "default-src 'self'",
    "img-src 'self' data: https: http:",
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...formOrigins].join(' '),
    "frame-ancestors 'self'",
  ].join('; ');
}

/** Headers of every page of the shop. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy(),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};
