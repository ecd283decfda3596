import { authorizedCall } from '../auth/authorized-call.js';
import { type App, addRoute, type RouteContext } from '../http/route.js';
import { cancelSync } from '../sync/cancel-job.js';

/** `POST /sync/runs/{id}/cancel`. */
export function addSyncCancelRoute(app: App): void {
  addRoute(app, 'POST', '/sync/runs/:id/cancel', answerCancel);
}

/** Answers as `GET /sync/runs/{id}` does: when the runs have ended, or 202 when that takes longer. */
async function answerCancel(context: RouteContext): Promise<Response> {
  const call = await authorizedCall(context);
  const { body, hasEnded } = await cancelSync(context.env, call, context.req.param('id') ?? '');
  return context.json(body, hasEnded ? 200 : 202);
}
