import { type AuthorizedCall, authorizedCall } from '../auth/authorized-call.js';
import { isoTime } from '../formatting/iso-time.js';
import { eventStream, wantsEvents } from '../http/event-stream.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute, type RouteContext } from '../http/route.js';
import { platformClock } from '../platform/clock.js';
import type { RunView } from '../store-catalog/run-view.js';
import { askedStores, findJob, unknownRun } from '../sync/find-job.js';
import { type JobReport, jobReport } from '../sync/job-report.js';
import type { SyncJob } from '../sync/sync-job.js';
import { type Sight, sightId, watch } from '../sync/watch.js';
import { watchAllowance } from '../sync/watch-allowance.js';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** `GET /sync/runs` and `GET /sync/runs/{id}`: history and progress. */
export function addSyncRunRoutes(app: App): void {
  addRoute(app, 'GET', '/sync/runs', answerHistory);
  addRoute(app, 'GET', '/sync/runs/:id', answerRun);
}

async function answerHistory(context: RouteContext): Promise<Response> {
  const call = await authorizedCall(context);
  const limit = readLimit(context.req.query('limit'));
  const runs: RunView[] = [];
  for (const code of await askedStores(context.env, call)) {
    runs.push(...(await context.env.STORE_CATALOG.getByName(code).runs(limit)));
  }
  runs.sort((a, b) => b.createdAt - a.createdAt);
  return context.json({ runs: runs.slice(0, limit).map(historyEntry) });
}

async function answerRun(context: RouteContext): Promise<Response> {
  const call = await authorizedCall(context);
  const id = context.req.param('id') ?? '';
  const job = await findJob(context.env, call, id);
  const report = job === null ? null : await jobReport(context.env, job);
  if (job === null || report === null) throw unknownRun(id);
  if (wantsEvents(context.req.raw)) return answerEvents(context, call, job, report);
  return context.json(report.body);
}

/** The same as server-sent events: the answer whenever it is another, until it is the last. */
function answerEvents(
  { env, req }: RouteContext,
  { settings }: AuthorizedCall,
  job: SyncJob,
  report: JobReport,
): Response {
  const first = sightOf(report);
  const lastSeen = req.header('last-event-id') ?? null;
  // Tells a browser, which connects again after every end, that there is nothing left to hear.
  if (first.isEnd && sightId(first) === lastSeen) return new Response(null, { status: 204 });
  return eventStream((signal) =>
    watch({
      first,
      look: async () => {
        const next = await jobReport(env, job);
        return next === null ? null : sightOf(next);
      },
      ...watchAllowance(settings.plan),
      lastSeen,
      clock: platformClock,
      signal,
    }),
  );
}

function sightOf({ body, hasEnded, calls }: JobReport): Sight {
  return { text: JSON.stringify(body), isEnd: hasEnded, calls };
}

function historyEntry({ failed: _failed, createdAt, startedAt, finishedAt, ...run }: RunView) {
  return {
    ...run,
    createdAt: isoTime(createdAt),
    startedAt: isoTime(startedAt),
    finishedAt: isoTime(finishedAt),
  };
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new RequestError(400, 'invalid_limit', `limit must be a whole number from 1 to ${MAX_LIMIT}.`);
}
