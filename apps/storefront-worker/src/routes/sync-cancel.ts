import { authorizedCall } from '../auth/authorized-call.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute, type RouteContext } from '../http/route.js';
import { hasEnded } from '../store-catalog/run-view.js';
import { cancelRuns, stopWorkflow } from '../sync/cancel-job.js';
import { findJob, unknownRun } from '../sync/find-job.js';
import { jobReport } from '../sync/job-report.js';
import { jobStanding, jobState, knownRuns } from '../sync/job-standing.js';

/** `POST /sync/runs/{id}/cancel`. */
export function addSyncCancelRoute(app: App): void {
  addRoute(app, 'POST', '/sync/runs/:id/cancel', answerCancel);
}

/** Answers when the runs have ended, as `GET /sync/runs/{id}` does from then on. */
async function answerCancel(context: RouteContext): Promise<Response> {
  const call = await authorizedCall(context);
  const id = context.req.param('id') ?? '';
  const job = await findJob(context.env, call, id);
  if (job === null) throw unknownRun(id);
  const before = knownRuns(await jobStanding(context.env, job));
  if (before.length === 0) throw unknownRun(id);
  if (before.every(hasEnded)) {
    const message = `The sync "${id}" has ended already (${jobState(before)}), so there is nothing to cancel.`;
    throw new RequestError(409, 'already_ended', message);
  }
  // Of a sync that is cancelled in one store, the others go on.
  if (call.store === null) await stopWorkflow(context.env, job);
  await cancelRuns(context.env, job);
  const report = await jobReport(context.env, job);
  if (report === null) throw unknownRun(id);
  return context.json(report.body);
}
