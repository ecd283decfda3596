import { MahoApiError } from '@maho-storefront/maho-client';
import type { Child } from 'hono/jsx';
import { isSameSecret } from '../auth/secret-comparison.js';
import { CurrentRuns } from '../dashboard/current-runs.js';
import { DashboardPage } from '../dashboard/dashboard-page.js';
import { dashboardReport } from '../dashboard/dashboard-report.js';
import { LockedPage } from '../dashboard/locked-page.js';
import { sessionToken } from '../dashboard/session.js';
import { deleteSessionCookie, setSessionCookie } from '../dashboard/session-cookie.js';
import { SignInPage } from '../dashboard/sign-in-page.js';
import { startSyncOf } from '../dashboard/start-sync.js';
import { type Visitor, visitor } from '../dashboard/visitor.js';
import type { Environment } from '../environment.js';
import { ASSET_FILES } from '../generated/assets.js';
import { eventStream } from '../http/event-stream.js';
import { type ErrorStatus, RequestError } from '../http/request-error.js';
import { readText } from '../http/request-text.js';
import { type App, addRoute, type RouteContext } from '../http/route.js';
import { requireSameOrigin } from '../http/same-origin.js';
import { platformClock } from '../platform/clock.js';
import type { Settings } from '../settings.js';
import { setupProblems } from '../status/status-report.js';
import { cancelSync } from '../sync/cancel-job.js';
import { type Sight, watch } from '../sync/watch.js';
import { watchAllowance } from '../sync/watch-allowance.js';

const PATH = '/sync/dashboard';
const SHOWN_RUNS = 20;
/** Enough to find the one that is under way behind those that wait. */
const WATCHED_RUNS = 5;

const PAGE_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  // With `no-referrer` a browser hides the origin of a form from the check that it is this one.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

type PageStatus = 200 | ErrorStatus;

/** `/sync/dashboard`: runs, progress and “sync now”, for people who know the secret. */
export function addDashboardRoutes(app: App): void {
  addRoute(app, 'GET', PATH, answerDashboard);
  addRoute(app, 'GET', `${PATH}/events`, answerEvents);
  addRoute(app, 'POST', `${PATH}/sign-in`, answerSignIn);
  addRoute(app, 'POST', `${PATH}/sign-out`, answerSignOut);
  addRoute(app, 'POST', `${PATH}/sync`, answerSync);
  addRoute(app, 'POST', `${PATH}/cancel`, answerCancel);
}

async function answerDashboard(context: RouteContext): Promise<Response> {
  const guest = await visitor(context).catch((error) => {
    if (error instanceof RequestError) return null;
    throw error;
  });
  if (guest === null) return page(context, <LockedPage problems={setupProblems(context.env)} />, 503);
  if (guest.standing === 'stranger') return page(context, <SignInPage />, 200);
  return dashboard(context, guest, null);
}

async function dashboard(
  context: RouteContext,
  { standing }: Visitor,
  refusal: RequestError | MahoApiError | null,
): Promise<Response> {
  const report = await dashboardReport(context.env, SHOWN_RUNS);
  const content = (
    <DashboardPage
      report={report}
      problems={setupProblems(context.env)}
      refusal={refusal?.message ?? null}
      script={ASSET_FILES.dashboardScript}
      hasSession={standing === 'signed-in'}
    />
  );
  return page(context, content, statusOf(refusal));
}

function statusOf(refusal: RequestError | MahoApiError | null): PageStatus {
  if (refusal === null) return 200;
  return refusal instanceof MahoApiError ? 502 : refusal.status;
}

/** What is under way, as the page shows it, whenever it is another. */
async function answerEvents(context: RouteContext): Promise<Response> {
  const { settings } = await knownVisitor(context);
  const look = () => sight(context.env);
  const first = await look();
  return eventStream((signal) =>
    watch({
      first,
      look,
      ...watchAllowance(settings.plan),
      lastSeen: context.req.header('last-event-id') ?? null,
      clock: platformClock,
      signal,
    }),
  );
}

async function sight(environment: Environment): Promise<Sight> {
  const { stores, isUnderWay, calls } = await dashboardReport(environment, WATCHED_RUNS);
  return { text: await html(<CurrentRuns stores={stores} />), isEnd: !isUnderWay, calls };
}

async function answerSignIn(context: RouteContext): Promise<Response> {
  requireSameOrigin(context.req.raw);
  const { settings, standing } = await visitor(context);
  if (standing === 'anyone') return context.redirect(PATH, 303);
  const form = await readForm(context);
  if (!(await isSameSecret(form.get('secret') ?? '', settings.syncSecret))) {
    return page(context, <SignInPage problem="That is not the sync secret." />, 401);
  }
  setSessionCookie(context, await sessionToken(settings.syncSecret, platformClock.now()));
  return context.redirect(PATH, 303);
}

function answerSignOut(context: RouteContext): Response {
  requireSameOrigin(context.req.raw);
  deleteSessionCookie(context);
  return context.redirect(PATH, 303);
}

function answerSync(context: RouteContext): Promise<Response> {
  return answerForm(context, (form, settings) => startSyncOf(form, context.env, settings));
}

function answerCancel(context: RouteContext): Promise<Response> {
  return answerForm(context, async (form) => {
    await cancelSync(context.env, { store: null }, form.get('run') ?? '');
  });
}

/** Does what a form asks for and shows the page again; it says why, where that was refused. */
async function answerForm(
  context: RouteContext,
  act: (form: URLSearchParams, settings: Settings) => Promise<void>,
): Promise<Response> {
  requireSameOrigin(context.req.raw);
  const guest = await knownVisitor(context);
  try {
    await act(await readForm(context), guest.settings);
  } catch (error) {
    if (!(error instanceof RequestError || error instanceof MahoApiError)) throw error;
    return dashboard(context, guest, error);
  }
  return context.redirect(PATH, 303);
}

async function knownVisitor(context: RouteContext): Promise<Visitor> {
  const guest = await visitor(context);
  if (guest.standing !== 'stranger') return guest;
  throw new RequestError(401, 'unauthorized', `Sign in at ${PATH} first; a session lasts two hours.`, {
    'WWW-Authenticate': 'Bearer',
  });
}

async function readForm({ req }: RouteContext): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(req.raw));
}

async function page(context: RouteContext, content: Child, status: PageStatus): Promise<Response> {
  return context.html(`<!doctype html>${await html(content)}`, status, PAGE_HEADERS);
}

async function html(content: Child): Promise<string> {
  return String(await content);
}
