import { Hono } from 'hono';
import { errorAnswer, notFoundAnswer } from './http/error-answer.js';
import type { App } from './http/route.js';
import { addCacheKeysRoute } from './routes/cache-keys.js';
import { addPulseRoute } from './routes/pulse.js';
import { addRecordsRoute } from './routes/records.js';
import { addStatusRoutes } from './routes/status.js';
import { addSyncRoutes } from './routes/sync.js';
import { addSyncRunRoutes } from './routes/sync-runs.js';

/** The Worker's HTTP surface; every answer but the status page is JSON, errors included. */
export function makeApp(): App {
  const app: App = new Hono();
  app.onError(errorAnswer);
  app.notFound(notFoundAnswer);
  addStatusRoutes(app);
  addPulseRoute(app);
  addSyncRunRoutes(app);
  addSyncRoutes(app);
  addCacheKeysRoute(app);
  addRecordsRoute(app);
  return app;
}
