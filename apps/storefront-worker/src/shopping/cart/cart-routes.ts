import type { App, RouteHandler } from '../../http/route.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { admit } from '../limits/admit.js';
import { seeOther } from '../visit/personal-page.js';
import { addShopperRoute, type VisitHandler, type VisitHandlers } from '../visit/shopper-route.js';
import { answerAdd } from './answer-add.js';
import { type CartChange, changeCart } from './change-cart.js';
import { changeLine, removeLine } from './change-line.js';
import { estimateShipping } from './estimate-shipping.js';
import { showCart } from './show-cart.js';

/** The forms of the cart's page by their addresses. */
const CHANGES: Readonly<Record<string, CartChange>> = {
  '/cart/items': { form: 'line', make: changeLine, fields: ['qty'] },
  '/cart/remove': { form: 'line', make: removeLine, fields: [] },
  '/cart/coupon': {
    form: 'coupon',
    make: async ({ context, maho, shopper }, cart, form) => {
      await admit(context, 'code');
      return maho.carts.applyCoupon(cart, codeIn(form, 'coupon'), shopper);
    },
    fields: ['coupon'],
  },
  '/cart/coupon/remove': {
    form: 'coupon',
    make: ({ maho, shopper }, cart) => maho.carts.removeCoupon(cart, shopper),
    fields: [],
  },
  '/cart/gift-card': {
    form: 'gift-card',
    make: async ({ context, maho, shopper }, cart, form) => {
      await admit(context, 'code');
      return maho.carts.applyGiftCard(cart, codeIn(form, 'gift-card'), shopper);
    },
    fields: ['gift-card'],
  },
  '/cart/gift-card/remove': {
    form: 'gift-card',
    make: ({ maho, shopper }, cart, form) => maho.carts.removeGiftCard(cart, codeIn(form, 'code'), shopper),
    fields: [],
  },
  '/cart/estimate': {
    form: 'estimate',
    make: estimateShipping,
    fields: ['country', 'region', 'postcode'],
  },
};

/** `/cart`: what is in it, and all that one does with it. */
export function addCartRoutes(app: App, pages: ShopPages, beforeFirstSync: RouteHandler): void {
  const add = (path: string, handlers: VisitHandlers) =>
    addShopperRoute(app, pages, beforeFirstSync, path, handlers);
  add('/cart', { GET: (visit) => showCart(visit) });
  // A problem's page has the address of its form: whoever loads that again is led to the cart.
  const GET: VisitHandler = async (visit) => seeOther(visit, '/cart');
  add('/cart/add', { GET, POST: answerAdd });
  for (const [path, change] of Object.entries(CHANGES)) {
    add(path, { GET, POST: (visit) => changeCart(visit, change) });
  }
}

function codeIn(form: URLSearchParams, field: string): string {
  return form.get(field)?.trim() ?? '';
}
