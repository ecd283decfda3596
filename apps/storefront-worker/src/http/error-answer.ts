import { MahoApiError } from '@maho-storefront/maho-client';
import type { Context } from 'hono';
import { logError } from '../log.js';
import { RequestError } from './request-error.js';

/** The answer to whatever a route threw: what is not meant for the caller stays in the log. */
export function errorAnswer(error: unknown, context: Context): Response {
  if (error instanceof RequestError) {
    return context.json({ error: error.code, message: error.message }, error.status, { ...error.headers });
  }
  if (error instanceof MahoApiError) {
    return context.json({ error: 'backend_failed', message: error.message }, 502);
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no Error';
  logError('request_failed', { method: context.req.method, path: context.req.path, reason });
  return context.json(
    {
      error: 'internal_error',
      message: 'Something unexpected went wrong. The reason is in the logs of the Worker.',
    },
    500,
  );
}

export function notFoundAnswer(context: Context): Response {
  return context.json({ error: 'not_found', message: `There is nothing at ${context.req.path}.` }, 404);
}
