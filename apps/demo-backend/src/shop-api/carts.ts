import { ApiError, badRequest, notFound } from '../http/api-error.js';
import { numberIn } from '../json.js';
import { checkBounds } from '../shop/cart/buy.js';
import type { Cart } from '../shop/cart/cart.js';
import { fillCart } from '../shop/cart/fill-cart.js';
import { applyGiftCard, removeGiftCard } from '../shop/checkout/gift-cards.js';
import { cartAt, changeableCart, readableCart } from './cart-access.js';
import { cartRecord, pricesRecord } from './cart-record.js';
import {
  created,
  item,
  numberAt,
  type ShopAnswer,
  type ShopRequest,
  segmentAt,
  signedIn,
  textIn,
} from './shop-request.js';

const answered = ({ shop }: ShopRequest, cart: Cart): ShopAnswer => item('Cart', cartRecord(shop, cart));

/** Saves a change: the cart and its addresses say when. */
function saved(request: ShopRequest, cart: Cart): ShopAnswer {
  cart.updatedAt = request.shop.nowSeconds();
  return answered(request, cart);
}

/** Without `storeId` it is a cart of the default store view, whichever the request itself speaks to. */
function createCart(request: ShopRequest, customerId: number | undefined): ShopAnswer {
  const { shop, body } = request;
  const { catalogue } = shop;
  const wanted = body.storeId;
  const store = wanted === undefined ? catalogue.defaultStore : catalogue.store(String(wanted));
  if (store === undefined) throw badRequest(`Invalid store: ${String(wanted)}`);
  const cart = shop.carts.create(store, customerId, shop.nowSeconds());
  return created('Cart', cartRecord(shop, cart), `/api/rest/v2/carts/${cart.id}`);
}

/** `POST /guest-carts`. */
export const createGuestCart = (request: ShopRequest) => createCart(request, undefined);

/** `POST /carts`: another one, even if the customer has one. */
export const createCustomerCart = (request: ShopRequest) => createCart(request, signedIn(request).id);

export const readCart = (request: ShopRequest) => answered(request, readableCart(request));

/** A guest's totals come alone, a customer's in the cart. */
export function readTotals(request: ShopRequest): ShopAnswer {
  const cart = readableCart(request);
  if (cart.customerId !== undefined) return answered(request, cart);
  return { kind: 'raw', body: pricesRecord(request.shop.totals(cart)) };
}

/**
 * `POST …/items`; a guest's cart that is gone is opened anew, under a new id (cart/50-add-to-unknown-cart.json), in the
 * default store view.
 */
export function addItem(request: ShopRequest): ShopAnswer {
  const { shop, body } = request;
  const known = cartAt(request);
  if (known === undefined && !mayRecreate(request)) throw notFound('Cart not found');
  const cart = known ?? shop.carts.create(shop.catalogue.defaultStore, undefined, shop.nowSeconds());
  fillCart(shop, cart, body);
  return item('Cart', cartRecord(shop, cart, known === undefined));
}

function mayRecreate({ shop, captures, path }: ShopRequest): boolean {
  return path.includes('/guest-carts/') && shop.carts.isMaskedId(captures[0] ?? '');
}

/** `PUT …/items/{id}`: only Maho's own bounds are checked, the stock is not until the order. */
export function changeItem(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  const qty = Number(request.body.qty ?? 1) || 0;
  checkBounds(qty);
  const line = cart.lines.find(({ id }) => id === numberAt(request, 1));
  if (line === undefined) throw notFound(`Cart item with ID '${request.captures[1]}' not found`);
  if (qty < 1) throw new ApiError(422, 'The minimum quantity allowed for purchase is 1.');
  line.qty = Math.trunc(qty);
  return saved(request, cart);
}

/** `DELETE …/items/{id}`; a line that is not there is no error. */
export function removeItem(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  cart.lines = cart.lines.filter(({ id }) => id !== numberAt(request, 1));
  return saved(request, cart);
}

const invalidCoupon = (message: string) => new ApiError(400, message, { slug: 'invalid_coupon' });

/** `PUT …/coupon`, for customers `POST`. */
export function applyCoupon(request: ShopRequest): ShopAnswer {
  const { shop, body, address } = request;
  const code = textIn(body, 'couponCode') || textIn(body, 'code');
  if (code === '') throw badRequest('Coupon code is required');
  shop.limits.count('coupon', address);
  const cart = changeableCart(request);
  if (!shop.settings.coupons.some((rule) => rule.code === code)) {
    throw invalidCoupon(`Coupon code '${code}' is not valid`);
  }
  cart.couponCode = code;
  if (shop.totals(cart).rule === undefined) {
    cart.couponCode = undefined;
    throw invalidCoupon(`Coupon code '${code}' could not be applied`);
  }
  return saved(request, cart);
}

export function removeCoupon(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  cart.couponCode = undefined;
  return saved(request, cart);
}

export function addGiftCard(request: ShopRequest): ShopAnswer {
  const { shop, body, address } = request;
  shop.limits.count('giftCard', address);
  const cart = changeableCart(request);
  applyGiftCard(cart, shop.giftCards, textIn(body, 'giftcardCode'));
  return saved(request, cart);
}

export function dropGiftCard(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  removeGiftCard(cart, segmentAt(request, 1));
  return saved(request, cart);
}

/** `POST /coupons/validate`: guests are told no amounts. */
export function validateCoupon(request: ShopRequest): ShopAnswer {
  const { shop, body, address } = request;
  shop.limits.count('coupon', address);
  const code = textIn(body, 'code');
  const rule = shop.settings.coupons.find((candidate) => candidate.code === code);
  const cart = shop.carts.byId(numberIn(body.cartId) ?? 0);
  const isValid = rule !== undefined && rule.expired !== true;
  const minimum = rule?.minimumSubtotal ?? 0;
  const reaches = cart === undefined || shop.totals(cart).subtotal >= minimum;
  const message = !isValid
    ? 'Coupon is not valid'
    : reaches
      ? 'Coupon is valid'
      : 'Minimum subtotal not reached';
  return item('Coupon', {
    '@type': 'Coupon',
    code,
    isValid: isValid && reaches,
    validationMessage: message,
    extensions: [],
  });
}
