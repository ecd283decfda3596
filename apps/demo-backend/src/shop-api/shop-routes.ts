import {
  changePassword,
  createFromOrder,
  forgotPassword,
  readProfile,
  register,
  resetPassword,
  updateProfile,
} from './accounts.js';
import { addAddress, changeAddress, listAddresses, readAddress, removeAddress } from './addresses.js';
import {
  addGiftCard,
  addItem,
  applyCoupon,
  changeItem,
  createCustomerCart,
  createGuestCart,
  dropGiftCard,
  readCart,
  readTotals,
  removeCoupon,
  removeItem,
  validateCoupon,
} from './carts.js';
import {
  listPaymentMethods,
  listShippingMethods,
  placeOrderNow,
  setBillingAddress,
  setPaymentMethod,
  setShippingAddress,
  setShippingMethod,
} from './checkout.js';
import { readContactConfig, sendContact } from './contact.js';
import { readSubscription, subscribe, unsubscribe } from './newsletter.js';
import { cancelOwnOrder, listOrders, orderCart, readOrder, readOrderByToken } from './orders.js';
import { listOwnReviews, postReview } from './reviews.js';
import type { ShopAnswer, ShopRequest } from './shop-request.js';
import { issueToken, refreshToken, revokeToken } from './tokens.js';
import { addToWishlist, listWishlist, moveToCart, removeFromWishlist, syncWishlist } from './wishlist.js';

export type ShopMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

type Handle = (request: ShopRequest) => ShopAnswer;

export interface ShopRoute {
  readonly method: ShopMethod;
  readonly pattern: RegExp;
  /** In the request statistics. */
  readonly name: string;
  /** Only with a customer's token. */
  readonly isPrivate: boolean;
  readonly handle: Handle;
}

/** `{id}` is any one segment. */
function route(isPrivate: boolean, call: string, name: string, handle: Handle): ShopRoute {
  const [method = 'GET', template = ''] = call.split(' ');
  const pattern = new RegExp(`^${template.replaceAll('{id}', '([^/]+)')}$`);
  return { method: methodOf(method), pattern, name, isPrivate, handle };
}

const METHODS: readonly ShopMethod[] = ['GET', 'POST', 'PUT', 'DELETE'];

function methodOf(text: string): ShopMethod {
  const method = METHODS.find((known) => known === text);
  if (method === undefined) throw new TypeError(`No route has the method ${text}.`);
  return method;
}

const open = (call: string, name: string, handle: Handle) => route(false, call, name, handle);
const own = (call: string, name: string, handle: Handle) => route(true, call, name, handle);

/** What can be done with a cart, under both of its paths; a coupon is put to a guest's and posted to a customer's. */
function cartRoutes(base: string, make: typeof open, couponMethod: ShopMethod): ShopRoute[] {
  const at = `${base}/{id}`;
  return [
    make(`GET ${at}`, 'cart', readCart),
    make(`GET ${at}/totals`, 'cartTotals', readTotals),
    make(`POST ${at}/items`, 'addItem', addItem),
    make(`PUT ${at}/items/{id}`, 'changeItem', changeItem),
    make(`DELETE ${at}/items/{id}`, 'removeItem', removeItem),
    make(`${couponMethod} ${at}/coupon`, 'applyCoupon', applyCoupon),
    make(`DELETE ${at}/coupon`, 'removeCoupon', removeCoupon),
    make(`POST ${at}/giftcards`, 'addGiftCard', addGiftCard),
    make(`DELETE ${at}/giftcards/{id}`, 'removeGiftCard', dropGiftCard),
    make(`PUT ${at}/shipping-address`, 'shippingAddress', setShippingAddress),
    make(`PUT ${at}/billing-address`, 'billingAddress', setBillingAddress),
    make(`POST ${at}/shipping-methods`, 'shippingMethods', listShippingMethods),
    make(`PUT ${at}/shipping-method`, 'shippingMethod', setShippingMethod),
    make(`GET ${at}/payment-methods`, 'paymentMethods', listPaymentMethods),
    make(`PUT ${at}/payment-method`, 'paymentMethod', setPaymentMethod),
    make(`POST ${at}/place-order`, 'placeOrder', placeOrderNow),
  ];
}

/** Every route that shopping needs. */
export const SHOP_ROUTES: readonly ShopRoute[] = [
  open('POST /guest-carts', 'createCart', createGuestCart),
  ...cartRoutes('/guest-carts', open, 'PUT'),
  own('POST /carts', 'createCart', createCustomerCart),
  ...cartRoutes('/carts', own, 'POST'),
  open('POST /coupons/validate', 'validateCoupon', validateCoupon),
  open('GET /orders/{id}/details', 'orderByToken', readOrderByToken),
  own('GET /customers/me/orders', 'orders', listOrders),
  own('GET /orders/{id}', 'order', readOrder),
  own('POST /orders', 'placeOrder', orderCart),
  own('POST /orders/{id}/cancel', 'cancelOrder', cancelOwnOrder),
  open('POST /auth/token', 'signIn', issueToken),
  open('POST /auth/refresh', 'refreshToken', refreshToken),
  open('POST /auth/logout', 'signOut', revokeToken),
  open('POST /customers', 'register', register),
  open('POST /customers/forgot-password', 'forgotPassword', forgotPassword),
  open('POST /customers/reset-password', 'resetPassword', resetPassword),
  open('POST /customers/create-from-order', 'createFromOrder', createFromOrder),
  own('GET /customers/me', 'profile', readProfile),
  own('PUT /customers/me', 'updateProfile', updateProfile),
  own('POST /customers/me/password', 'changePassword', changePassword),
  own('GET /customers/me/addresses', 'addresses', listAddresses),
  own('POST /customers/me/addresses', 'addAddress', addAddress),
  own('GET /customers/me/addresses/{id}', 'address', readAddress),
  own('PUT /customers/me/addresses/{id}', 'changeAddress', changeAddress),
  own('DELETE /customers/me/addresses/{id}', 'removeAddress', removeAddress),
  own('GET /customers/me/wishlist', 'wishlist', listWishlist),
  own('POST /customers/me/wishlist', 'addToWishlist', addToWishlist),
  own('POST /customers/me/wishlist/sync', 'syncWishlist', syncWishlist),
  own('POST /customers/me/wishlist/{id}/move-to-cart', 'moveToCart', moveToCart),
  own('DELETE /customers/me/wishlist/{id}', 'removeFromWishlist', removeFromWishlist),
  own('GET /customers/me/reviews', 'ownReviews', listOwnReviews),
  own('POST /products/{id}/reviews', 'postReview', postReview),
  open('POST /newsletter/subscribe', 'subscribe', subscribe),
  own('POST /newsletter/unsubscribe', 'unsubscribe', unsubscribe),
  own('GET /newsletter/status', 'newsletterStatus', readSubscription),
  open('GET /contact/config', 'contactConfig', readContactConfig),
  open('POST /contact', 'contact', sendContact),
];

export interface ShopMatch {
  readonly route: ShopRoute;
  readonly captures: readonly string[];
}

/** The route of a request; HEAD goes where GET goes. */
export function matchShopRoute(method: string, path: string): ShopMatch | undefined {
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const candidate of SHOP_ROUTES) {
    const found = candidate.method === wanted ? candidate.pattern.exec(path) : null;
    if (found !== null) return { route: candidate, captures: found.slice(1) };
  }
  return undefined;
}

/** Methods that shopping declares for a path. */
export function shopMethods(path: string): ShopMethod[] {
  return SHOP_ROUTES.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
}
