import { EditError } from '../catalogue/edits/edit-error.js';
import { isJsonObject, type JsonObject, type JsonValue, numberIn, stringIn } from '../json.js';
import { piecesIn } from '../shop/cart/cart.js';
import type { Shop } from '../shop/shop.js';
import { settingsFrom } from './shop-settings-body.js';

function summary(shop: Shop): JsonObject {
  const carts = [...shop.carts.all];
  return {
    carts: carts
      .filter(({ isActive }) => isActive)
      .map((cart) => ({ id: cart.id, isGuest: cart.customerId === undefined, pieces: piecesIn(cart) })),
    orders: [...shop.orders.values()].map((order) => ({
      id: order.id,
      incrementId: order.number,
      status: order.status,
      email: order.cart.email ?? null,
      grandTotal: order.totals.grandTotal,
    })),
    customers: shop.customers.all().map(({ id, email }) => ({ id, email })),
    giftCards: [...shop.giftCards.values()].map((card) => ({ ...card })),
    subscribers: [...shop.subscribers],
  };
}

/** A cart that its shopper still knows, and the shop no longer: what a lifetime, or a merchant, does to it. */
function forgetCart(shop: Shop, maskedId: string): void {
  const cart = shop.carts.byMaskedId(maskedId);
  if (cart === undefined) throw new EditError('There is no such active cart.');
  cart.isActive = false;
}

function approveReview(shop: Shop, id: number): number {
  const review = shop.customers
    .all()
    .flatMap((customer) => customer.reviews)
    .find((candidate) => candidate.id === id);
  if (review === undefined || review.status === 'approved')
    throw new EditError('There is no such pending review.');
  review.status = 'approved';
  const { productId, title, detail, nickname, rating } = review;
  return shop.catalogue.edit.addReview(productId, { title, detail, nickname, rating });
}

function given<T>(body: JsonValue, name: string, read: (value: JsonValue | undefined) => T | undefined): T {
  const value = isJsonObject(body) ? read(body[name]) : undefined;
  if (value === undefined) throw new EditError(`This control needs "${name}".`);
  return value;
}

const OK: JsonObject = { ok: true };

/** What a merchant, time and bad luck do to a shop. */
export const SHOP_CONTROLS: Readonly<Record<string, (shop: Shop, body: JsonValue) => JsonValue>> = {
  'GET /shop': summary,
  'GET /shop/mails': (shop) => shop.mailbox.mails.map((mail) => ({ ...mail })),
  'POST /shop/reset': (shop) => {
    shop.reset();
    return OK;
  },
  'PUT /shop/settings': (shop, body) => {
    shop.configure(settingsFrom(body));
    return OK;
  },
  'POST /shop/expire-tokens': (shop) => {
    shop.tokens.expireAll();
    return OK;
  },
  'POST /shop/forget-cart': (shop, body) => {
    forgetCart(shop, given(body, 'maskedId', stringIn));
    return OK;
  },
  'POST /shop/approve-review': (shop, body) => ({
    reviewId: approveReview(shop, given(body, 'id', numberIn)),
  }),
};
