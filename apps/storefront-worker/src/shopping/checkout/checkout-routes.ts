import type { App, RouteHandler } from '../../http/route.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { addShopperRoute, type VisitHandlers } from '../visit/shopper-route.js';
import { answerAddress } from './answer-address.js';
import { answerCheckout } from './answer-checkout.js';
import { answerPayment, answerShipping } from './answer-methods.js';
import { answerPaymentReturn, answerPlace } from './answer-place.js';
import { answerAccountFromOrder, answerSuccess } from './answer-success.js';

/** `/checkout`: from a cart to an order, one form a step. */
const ROUTES: Readonly<Record<string, VisitHandlers>> = {
  '/checkout': { GET: (visit) => answerCheckout(visit, null) },
  '/checkout/address': { POST: answerAddress },
  '/checkout/shipping': { POST: answerShipping },
  '/checkout/payment': { POST: answerPayment },
  '/checkout/place': { POST: answerPlace },
  '/checkout/payment/return': { GET: answerPaymentReturn },
  '/checkout/success': { GET: answerSuccess },
  '/checkout/success/account': { POST: answerAccountFromOrder },
};

export function addCheckoutRoutes(app: App, pages: ShopPages, beforeFirstSync: RouteHandler): void {
  for (const [path, handlers] of Object.entries(ROUTES)) {
    addShopperRoute(app, pages, beforeFirstSync, path, handlers);
  }
}
