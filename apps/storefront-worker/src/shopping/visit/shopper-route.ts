import { RequestError } from '../../http/request-error.js';
import type { App, RouteContext, RouteHandler } from '../../http/route.js';
import { methodNotAllowed } from '../../http/route.js';
import { requireSameOrigin } from '../../http/same-origin.js';
import { notFoundPage } from '../../pages/not-found/not-found-page.js';
import { answerPageFailure } from '../../storefront/page-failure.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { keepSignedIn, withoutRefusedToken } from './keep-signed-in.js';
import { NotThereError } from './not-there-error.js';
import { personalPage, seeOther } from './personal-page.js';
import { askToSignIn, isSessionOver, needsSignIn, wayBack } from './signed-in.js';
import { openVisit, type Visit } from './visit.js';

export type VisitHandler = (visit: Visit) => Promise<Response>;

/** What answers at one address, by method; a GET answers HEAD as well. */
export type VisitHandlers =
  | { GET: VisitHandler; POST?: VisitHandler }
  | { GET?: VisitHandler; POST: VisitHandler };

/**
 * Adds an address that is a shopper's own. A form is taken from pages of this origin alone; what only a customer may do
 * leads to the page to sign in; what goes wrong and has no place on the page is an error page.
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
    const handler = handlerOf(context, handlers);
    const asked = await pages.find(context.req.raw, context.env);
    if (asked === null) return beforeFirstSync(context, next);
    let visit: Visit | null = null;
    try {
      visit = await openVisit(context, asked, pages);
      return await handler(await keepSignedIn(visit));
    } catch (error) {
      if (error instanceof RequestError) throw error;
      return visit === null ? answerPageFailure(context, asked.store, error) : answerFailure(visit, error);
    }
  });
}

/** @throws RequestError for another method, and for a form of another origin. */
function handlerOf(context: RouteContext, handlers: VisitHandlers): VisitHandler {
  const { method, raw } = context.req;
  const handler = method === 'POST' ? handlers.POST : handlers.GET;
  if (handler === undefined || !['GET', 'HEAD', 'POST'].includes(method)) {
    throw methodNotAllowed(context, Object.keys(handlers));
  }
  if (method === 'POST') requireSameOrigin(raw);
  return handler;
}

async function answerFailure(visit: Visit, error: unknown): Promise<Response> {
  if (isSessionOver(error) && (await withoutRefusedToken(visit)).shopper.token !== undefined) {
    return seeOther(visit, wayBack(visit));
  }
  if (needsSignIn(error)) return askToSignIn(visit);
  if (error instanceof NotThereError) return personalPage(visit, notFoundPage(await visit.shop()));
  return answerPageFailure(visit.context, visit.asked.store, error);
}
