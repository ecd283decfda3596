import { MahoApiError } from '@maho-storefront/maho-client';
import { authorizedCall } from '../auth/authorized-call.js';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import { prefersAsync } from '../http/prefers-async.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute, type RouteContext } from '../http/route.js';
import { platformClock } from '../platform/clock.js';
import { jobStanding, knownRuns } from '../sync/job-standing.js';
import { requestedIds } from '../sync/requested-ids.js';
import { requestedSince } from '../sync/requested-since.js';
import { maxSlicesOf } from '../sync/slice-allowance.js';
import { answerStatus, syncAnswer } from '../sync/sync-answer.js';
import { driveRuns } from '../sync/sync-drive.js';
import type { SyncJob } from '../sync/sync-job.js';
import { startSync } from '../sync/sync-start.js';
import { isDryRun, readSwitches } from '../sync/sync-switches.js';
import { FULL_SYNC, partialSyncOf, SYNC_TYPE_NAMES, type SyncType } from '../sync/sync-type.js';
import { driveUnattended } from '../sync/unattended-drive.js';
import { answerDryRun } from './dry-run.js';

/** A wildcard, because the router knows no parameter beside fixed names as `/sync/runs` is one. */
const BELOW_SYNC = '/sync/*';

/** `POST /sync` and `POST /sync/{type}`. */
export function addSyncRoutes(app: App): void {
  addRoute(app, 'POST', '/sync', (context) => answerSync(context, FULL_SYNC));
  app.post(BELOW_SYNC, async (context) => {
    const name = nameIn(context.req.path);
    const type = partialSyncOf(name);
    if (type !== null) return answerSync(context, type);
    await authorizedCall(context);
    throw unknownType(name);
  });
  app.all(BELOW_SYNC, ({ req }) => {
    const name = nameIn(req.path);
    if (partialSyncOf(name) === null) throw unknownType(name);
    throw new RequestError(405, 'method_not_allowed', `${req.path} answers POST, not ${req.method}.`, {
      Allow: 'POST',
    });
  });
}

function nameIn(path: string): string {
  return path.slice('/sync/'.length);
}

function unknownType(name: string): RequestError {
  return new RequestError(
    404,
    'unknown_sync_type',
    `There is no sync of "${name}". Known: ${SYNC_TYPE_NAMES.join(', ')}; POST /sync does all.`,
  );
}

async function answerSync(context: RouteContext, type: SyncType): Promise<Response> {
  const { settings, store, body } = await authorizedCall(context);
  const query = new URL(context.req.url).searchParams;
  const switches = readSwitches(query, body);
  const now = platformClock.now();
  const order = {
    type,
    store,
    trigger: 'request',
    switches,
    ids: requestedIds(type, body),
    updatedSince: requestedSince(type, query, body, now),
  } as const;
  try {
    if (isDryRun(query, body)) return await answerDryRun(context, settings, order);
    const job = await startSync(context.env, settings, order, now);
    const left = await driveRuns({
      runs: job.runs,
      catalogOf: (code) => context.env.STORE_CATALOG.getByName(code),
      clock: platformClock,
      until: prefersAsync(context.req.raw) ? now : now + settings.syncWaitMs,
      maxSlices: maxSlicesOf(settings.plan),
    });
    if (left.length === 0) return await endedAnswer(context, job, type);
    await driveUnattended(context.env, settings, job, left);
    return acceptedAnswer(context, job, store);
  } catch (error) {
    if (!(error instanceof MahoApiError)) throw error;
    // The stores could not even be asked for.
    return context.json(
      { success: false, error: 'backend_failed', message: error.message, synced: {}, failed: [] },
      502,
    );
  }
}

async function endedAnswer(context: RouteContext, job: SyncJob, type: SyncType): Promise<Response> {
  const runs = knownRuns(await jobStanding(context.env, job));
  const { hash } = await deploymentPulse(context.env).settledState();
  const answer = syncAnswer(job, type, runs, hash);
  return context.json(answer, answerStatus(answer));
}

function acceptedAnswer(context: RouteContext, job: SyncJob, store: string | null): Response {
  const path = `/sync/runs/${job.id}${store === null ? '' : `?store=${encodeURIComponent(store)}`}`;
  const url = new URL(path, context.req.url).href;
  const message = `The sync goes on by itself. Ask ${path} how far it is.`;
  return context.json({ state: 'running', message, run: job.id, url }, 202, {
    Location: path,
    ...(prefersAsync(context.req.raw) ? { 'Preference-Applied': 'respond-async' } : {}),
  });
}
