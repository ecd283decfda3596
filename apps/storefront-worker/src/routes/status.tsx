import { type App, addRoute, type RouteContext } from '../http/route.js';
import { StatusPage } from '../status/status-page.js';
import { statusReport } from '../status/status-report.js';
import { STATUS_STYLES } from '../status/status-styles.js';

const PAGE_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** What the deployment holds, for people. */
export async function answerStatus(context: RouteContext): Promise<Response> {
  const report = await statusReport(context.env);
  const page = await (<StatusPage report={report} />).toString();
  return context.html(`<!doctype html>${page}`, 200, PAGE_HEADERS);
}

/** `GET /status`, and the page's stylesheet. */
export function addStatusRoutes(app: App): void {
  addRoute(app, 'GET', '/status', answerStatus);
  addRoute(app, 'GET', '/status.css', (context) =>
    context.body(STATUS_STYLES.trim(), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    }),
  );
}
