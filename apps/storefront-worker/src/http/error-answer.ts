import { MahoApiError } from '@maho-storefront/maho-client';
import type { Context } from 'hono';
import { logError } from '../log.js';
import { RequestError } from './request-error.js';

/** Some errors a browser would keep by itself, a 404 and a 405 among them. */
const NOT_KEPT = { 'Cache-Control': 'no-store' };

/** The answer to whatever a route threw: what is not meant for the caller stays in the log. */
export function errorAnswer(error: unknown, context: Context): Response {
  if (error instanceof RequestError) {
    const headers = { ...NOT_KEPT, ...error.headers };
    return context.json({ error: error.code, message: error.message }, error.status, headers);
  }
  if (error instanceof MahoApiError) {
    return context.json({ error: 'backend_failed', message: error.message }, 502, NOT_KEPT);
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no Error';
  logError('request_failed', { method: context.req.method, path: context.req.path, reason });
  return context.json(
    {
      error: 'internal_error',
      message: 'Something unexpected went wrong. The reason is in the logs of the Worker.',
    },
    500,
    NOT_KEPT,
  );
}

export function notFoundAnswer(context: Context): Response {
  const message = `There is nothing at ${context.req.path}.`;
  return context.json({ error: 'not_found', message }, 404, NOT_KEPT);
}
