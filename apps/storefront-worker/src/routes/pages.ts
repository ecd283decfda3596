import { type App, addRoute, type RouteHandler } from '../http/route.js';
import { NotSyncedError } from '../storefront/not-synced-error.js';
import { answerPageFailure } from '../storefront/page-failure.js';
import type { ShopPages } from '../storefront/shop-pages.js';

/**
 * Every GET that no other route answers is for a page of a shop.
 *
 * @param beforeFirstSync answers while the deployment has no store that was ever synced.
 */
export function addPageRoutes(app: App, pages: ShopPages, beforeFirstSync: RouteHandler): void {
  const answerPage: RouteHandler = async (context, next) => {
    const asked = await pages.find(context.req.raw, context.env);
    if (asked === null) return beforeFirstSync(context, next);
    try {
      return await pages.serve(asked, context.env);
    } catch (error) {
      if (error instanceof NotSyncedError && context.req.path === '/') return beforeFirstSync(context, next);
      return answerPageFailure(context, asked.store, error);
    }
  };
  addRoute(app, 'GET', '/', answerPage);
  app.get('*', answerPage);
}
