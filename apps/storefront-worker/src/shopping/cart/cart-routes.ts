import type { App, RouteHandler } from '../../http/route.js';
import { cartPage } from '../../pages/cart/cart-page.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { type Problem, problemOf } from '../visit/problem.js';
import { readForm } from '../visit/read-form.js';
import { addShopperRoute } from '../visit/shopper-route.js';
import type { Visit } from '../visit/visit.js';
import { addToCart } from './add-to-cart.js';
import { itemRequest } from './item-request.js';
import { readCart } from './open-cart.js';

/** `/cart`: what is in it, and all that one does with it. */
export function addCartRoutes(app: App, pages: ShopPages, beforeFirstSync: RouteHandler): void {
  addShopperRoute(app, pages, beforeFirstSync, '/cart', { GET: (visit) => showCart(visit, null) });
  addShopperRoute(app, pages, beforeFirstSync, '/cart/add', { POST: answerAdd });
}

async function showCart(visit: Visit, problem: Problem | null): Promise<Response> {
  const cart = await readCart(visit);
  return personalPage(visit, cartPage(await visit.shop(), { cart, problem }));
}

async function answerAdd(visit: Visit): Promise<Response> {
  const form = await readForm(visit);
  try {
    await addToCart(visit, itemRequest(form));
  } catch (error) {
    const { config } = await visit.shop();
    return showCart(visit, problemOf(error, config.locale));
  }
  return seeOther(visit, '/cart');
}
