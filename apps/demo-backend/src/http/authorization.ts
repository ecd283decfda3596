import { ApiError } from './api-error.js';

/**
 * No token is ever valid here, so a Bearer turns even a public read into 401; Basic is taken for the web server's own
 * and ignored.
 */
export function refuseBearer(authorization: string | null): void {
  if (authorization === null || !/^bearer\s/i.test(authorization)) return;
  throw new ApiError(401, 'Malformed token', { slug: 'authentication_error', showsCode: false });
}
