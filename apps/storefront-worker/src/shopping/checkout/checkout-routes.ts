import type { App, RouteHandler } from '../../http/route.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { seeOther } from '../visit/personal-page.js';
import { addShopperRoute, type VisitHandler, type VisitHandlers } from '../visit/shopper-route.js';
import type { Visit } from '../visit/visit.js';
import { answerAddress } from './answer-address.js';
import { answerCheckout } from './answer-checkout.js';
import { answerPayment, answerShipping } from './answer-methods.js';
import { answerPaymentReturn, answerPlace } from './answer-place.js';
import { answerAccountFromOrder, answerSuccess } from './answer-success.js';

/** `/checkout`: from a cart to an order, one form a step. */
const ROUTES: Readonly<Record<string, VisitHandlers>> = {
  '/checkout': { GET: (visit) => answerCheckout(visit, null) },
  '/checkout/address': { GET: leadBack, POST: toBuyers(answerAddress) },
  '/checkout/shipping': { GET: leadBack, POST: toBuyers(answerShipping) },
  '/checkout/payment': { GET: leadBack, POST: toBuyers(answerPayment) },
  '/checkout/place': { GET: leadBack, POST: toBuyers(answerPlace) },
  '/checkout/payment/return': { GET: toBuyers(answerPaymentReturn) },
  '/checkout/success': { GET: answerSuccess },
  '/checkout/success/account': { POST: answerAccountFromOrder },
};

/** Some shops sell to customers with an account only: whoever has none cannot order past the page either. */
function toBuyers(handler: VisitHandler): VisitHandler {
  return async (visit) => {
    const config = await visit.reader.config();
    const isBuyer = visit.shopper.token !== undefined || config?.isGuestCheckoutAllowed !== false;
    return isBuyer ? handler(visit) : seeOther(visit, '/account/sign-in?to=/checkout');
  };
}

/** A page that was shown again stands at its form's address, and may be asked for once more. */
async function leadBack(visit: Visit): Promise<Response> {
  return seeOther(visit, '/checkout');
}

export function addCheckoutRoutes(app: App, pages: ShopPages, beforeFirstSync: RouteHandler): void {
  for (const [path, handlers] of Object.entries(ROUTES)) {
    addShopperRoute(app, pages, beforeFirstSync, path, handlers);
  }
}
