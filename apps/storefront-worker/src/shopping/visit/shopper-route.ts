import { RequestError } from '../../http/request-error.js';
import type { App, RouteHandler } from '../../http/route.js';
import { methodNotAllowed } from '../../http/route.js';
import { requireSameOrigin } from '../../http/same-origin.js';
import { answerPageFailure } from '../../storefront/page-failure.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { openVisit, type Visit } from './visit.js';

export type VisitHandler = (visit: Visit) => Promise<Response>;

/** What answers at one address, by method; a GET answers HEAD as well. */
export type VisitHandlers =
  | { GET: VisitHandler; POST?: VisitHandler }
  | { GET?: VisitHandler; POST: VisitHandler };

/**
 * Adds an address that is a shopper's own. A form is taken from pages of this origin alone; what goes wrong and has no
 * place on the page is an error page.
 *
 * @param beforeFirstSync answers while the deployment has no store.
 */
export function addShopperRoute(
  app: App,
  pages: ShopPages,
  beforeFirstSync: RouteHandler,
  path: string,
  handlers: VisitHandlers,
): void {
  app.all(path, async (context, next) => {
    const { method, raw } = context.req;
    const handler = method === 'POST' ? handlers.POST : handlers.GET;
    if (handler === undefined || !['GET', 'HEAD', 'POST'].includes(method)) {
      throw methodNotAllowed(context, Object.keys(handlers));
    }
    if (method === 'POST') requireSameOrigin(raw);
    const asked = await pages.find(raw, context.env);
    if (asked === null) return beforeFirstSync(context, next);
    try {
      return await handler(openVisit(context, asked, pages));
    } catch (error) {
      if (error instanceof RequestError) throw error;
      return answerPageFailure(context, asked.store, error);
    }
  });
}
