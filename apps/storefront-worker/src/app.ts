import { HonoBase } from 'hono/hono-base';
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { errorAnswer, notFoundAnswer } from './http/error-answer.js';
import type { App } from './http/route.js';
import { addCacheDeleteRoute } from './routes/cache-delete.js';
import { addCacheKeysRoute } from './routes/cache-keys.js';
import { addCachePurgeRoute } from './routes/cache-purge.js';
import { addCacheUpdateRoute } from './routes/cache-update.js';
import { addDashboardRoutes } from './routes/dashboard.js';
import { addFreshnessRoute } from './routes/freshness.js';
import { addMediaRoutes } from './routes/media.js';
import { addPageRoutes } from './routes/pages.js';
import { addPulseRoute } from './routes/pulse.js';
import { addRecordsRoute } from './routes/records.js';
import { addStatusRoutes, answerStatus } from './routes/status.js';
import { addSyncRoutes } from './routes/sync.js';
import { addSyncCancelRoute } from './routes/sync-cancel.js';
import { addSyncRunRoutes } from './routes/sync-runs.js';
import { addWarmUrlsRoute } from './routes/warm-urls.js';
import { addAccountRoutes } from './shopping/account/account-routes.js';
import { addAddressFieldsRoute } from './shopping/address/address-fields-route.js';
import { addCartRoutes } from './shopping/cart/cart-routes.js';
import { addCheckoutRoutes } from './shopping/checkout/checkout-routes.js';
import { addApiRoutes } from './shopping/proxy/api-routes.js';
import type { ShopPages } from './storefront/shop-pages.js';

/**
 * The Worker's HTTP surface: pages for shoppers; every other answer is JSON, errors included.
 * One regular expression finds the route; a path that does not fit into it fails at the start.
 */
export function makeApp(pages: ShopPages): App {
  const app: App = new HonoBase({ router: new RegExpRouter() });
  app.onError(errorAnswer);
  app.notFound(notFoundAnswer);
  addStatusRoutes(app);
  addPulseRoute(app);
  addDashboardRoutes(app);
  addSyncRunRoutes(app);
  addSyncCancelRoute(app);
  addSyncRoutes(app);
  addCacheKeysRoute(app);
  addCacheDeleteRoute(app);
  addCacheUpdateRoute(app);
  addCachePurgeRoute(app, pages);
  addWarmUrlsRoute(app);
  addRecordsRoute(app);
  addFreshnessRoute(app, pages);
  addMediaRoutes(app);
  addAccountRoutes(app, pages, answerStatus);
  addApiRoutes(app, pages);
  addCartRoutes(app, pages, answerStatus);
  addAddressFieldsRoute(app, pages, answerStatus);
  addCheckoutRoutes(app, pages, answerStatus);
  addPageRoutes(app, pages, answerStatus);
  return app;
}
