import type { RunProgress } from '@maho-storefront/sync-core';
import { type AuthorizedCall, authorizedCall } from '../auth/authorized-call.js';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute, type RouteContext } from '../http/route.js';
import { hasEnded, type RunView } from '../store-catalog/run-view.js';
import { jobStanding, jobState, knownRuns, type StoreStanding } from '../sync/job-standing.js';
import { syncAnswer } from '../sync/sync-answer.js';
import type { SyncJob } from '../sync/sync-job.js';
import { FULL_SYNC, syncTypeOf } from '../sync/sync-type.js';

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
  const standing = job === null ? [] : await jobStanding(context.env, job);
  const runs = knownRuns(standing);
  if (job === null || runs.length === 0) {
    throw new RequestError(404, 'unknown_run', `There is no run "${id}", or it is too long ago.`);
  }
  const state = jobState(runs);
  const isUnderWay = state === 'queued' || state === 'running';
  const report = isUnderWay
    ? { run: job.id, stores: standing.map(progressEntry) }
    : await endReport(context, job, runs);
  return context.json({
    state,
    type: job.type,
    createdAt: isoTime(job.createdAt),
    products: sumProducts(standing),
    ...report,
  });
}

/** The same as the answer of a sync that was waited for. */
async function endReport({ env }: RouteContext, job: SyncJob, runs: readonly RunView[]) {
  const { hash } = await deploymentPulse(env).settledState();
  return syncAnswer(job, syncTypeOf(job.type) ?? FULL_SYNC, runs, hash);
}

/** A sync that was asked for, or a run that an alarm began by itself. */
async function findJob(environment: Environment, call: AuthorizedCall, id: string): Promise<SyncJob | null> {
  const stores = await askedStores(environment, call);
  const job = await deploymentPulse(environment).findJob(id);
  if (job !== null) return { ...job, runs: job.runs.filter(({ store }) => stores.includes(store)) };
  for (const store of stores) {
    const run = await environment.STORE_CATALOG.getByName(store).findRun(id);
    if (run !== null) return { id, type: run.scope, createdAt: run.createdAt, runs: [{ store, runId: id }] };
  }
  return null;
}

async function askedStores(environment: Environment, { store }: AuthorizedCall): Promise<string[]> {
  const known = (await deploymentPulse(environment).stores()).map(({ code }) => code);
  if (store === null) return known;
  if (known.includes(store)) return [store];
  throw new RequestError(
    400,
    'unknown_store',
    `There is no store "${store}". Known stores: ${known.join(', ') || 'none before the first sync'}.`,
  );
}

function progressEntry({ store, run, progress }: StoreStanding) {
  return {
    code: store,
    run: run?.id ?? null,
    state: run?.state ?? null,
    stage: progress?.stage ?? null,
    products: productsOf(run, progress),
    written: run?.written ?? 0,
    deleted: run?.deleted ?? 0,
    failed: run?.failures ?? 0,
  };
}

function productsOf(run: RunView | null, progress: RunProgress | null): RunProgress['products'] {
  if (progress !== null) return progress.products;
  const inKv = run !== null && hasEnded(run) ? (run.synced?.products ?? 0) : 0;
  return { listed: inKv, inKv };
}

function sumProducts(standing: readonly StoreStanding[]): RunProgress['products'] {
  const each = standing.map(({ run, progress }) => productsOf(run, progress));
  return {
    listed: each.reduce((sum, { listed }) => sum + listed, 0),
    inKv: each.reduce((sum, { inKv }) => sum + inKv, 0),
  };
}

function historyEntry({ failed: _failed, createdAt, startedAt, finishedAt, ...run }: RunView) {
  return {
    ...run,
    createdAt: isoTime(createdAt),
    startedAt: isoTime(startedAt),
    finishedAt: isoTime(finishedAt),
  };
}

function isoTime(ms: number): string | null {
  return ms === 0 ? null : new Date(ms).toISOString();
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new RequestError(400, 'invalid_limit', `limit must be a whole number from 1 to ${MAX_LIMIT}.`);
}
