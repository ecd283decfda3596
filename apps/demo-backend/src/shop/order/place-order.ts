import { randomBytes } from 'node:crypto';
import { utcDateTime } from '../../clock.js';
import { internalError } from '../../http/api-error.js';
import { nameIn } from '../../resources/product-core.js';
import { type Cart, isVirtualCart } from '../cart/cart.js';
import { isShort, stockDemands } from '../cart/stock-check.js';
import { spend } from '../checkout/gift-cards.js';
import { paymentMethods } from '../checkout/payment.js';
import type { CartTotals } from '../checkout/totals.js';
import type { Shop } from '../shop.js';
import type { Order } from './order.js';

/**
 * Turns a cart into an order. What an incomplete cart lacks is a plain exception in Maho, so that the answer is 500 and
 * says nothing; the cart stays as it is.
 */
export function placeOrder(shop: Shop, cart: Cart, note: string): Order {
  const totals = shop.totals(cart);
  if (!isComplete(cart, totals)) throw internalError();
  const order = newOrder(shop, cart, totals, note);
  // Straight into the table: no event, so cached items keep their old quantity.
  for (const [product, qty] of stockDemands(cart.lines)) {
    if (product.qty > 0) shop.catalogue.edit.sellByOrder(product.id, qty);
  }
  spend(cart, shop.giftCards, totals.giftCards);
  cart.isActive = false;
  shop.orders.set(order.id, order);
  if (cart.email !== undefined) shop.mailbox.send({ kind: 'order', to: cart.email, order: order.number });
  return order;
}

function isComplete(cart: Cart, totals: CartTotals): boolean {
  const { billing, shipping, paymentMethod } = cart;
  const isShippable =
    isVirtualCart(cart) || (totals.selectedRate !== undefined && shipping?.fields.firstname !== '');
  return (
    cart.lines.length > 0 &&
    isShippable &&
    (billing?.fields.firstname ?? '') !== '' &&
    paymentMethod !== undefined &&
    !isShort(cart.lines)
  );
}

function newOrder(shop: Shop, cart: Cart, totals: CartTotals, note: string): Order {
  const { sequences } = shop;
  const now = shop.nowSeconds();
  const id = sequences.order.next();
  const itemIds = cart.lines.map(({ purchase }) => {
    const itemId = sequences.orderItem.next();
    for (let row = 0; row < purchase.childRows; row++) sequences.orderItem.next();
    return itemId;
  });
  const method = paymentMethods(shop.settings, totals.grandTotal).find(
    ({ code }) => code === cart.paymentMethod,
  );
  const entry = (text: string | null, isCustomerNotified: boolean) => ({
    note: text,
    status: 'pending',
    createdAt: utcDateTime(now),
    isCustomerNotified,
    isVisibleOnFront: false,
  });
  return {
    id,
    number: sequences.orderNumber(cart.store.id),
    cart,
    totals,
    itemIds,
    names: cart.lines.map(({ purchase }) => nameIn(purchase.product, cart.store)),
    billingId: sequences.orderAddress.next(),
    shippingId: sequences.orderAddress.next(),
    paymentTitle: method?.title ?? '',
    customerId: cart.customerId,
    accessToken: cart.customerId === undefined ? randomBytes(32).toString('hex') : undefined,
    status: 'pending',
    history: [entry(null, true), ...(note === '' ? [] : [entry(note, false)])],
    createdAt: now,
    updatedAt: now,
  };
}

/** Takes an order back and gives its stock back; only a new one can be, else it is a plain exception: 500. */
export function cancelOrder(shop: Shop, order: Order, reason: string): void {
  if (order.status !== 'pending') throw internalError();
  order.status = 'canceled';
  order.updatedAt = shop.nowSeconds();
  for (const [product, qty] of stockDemands(order.cart.lines)) {
    shop.catalogue.edit.setStock(product.id, product.qty + qty);
  }
  if (reason === '') return;
  order.history.push({
    note: `Order cancelled: ${reason}`,
    status: order.status,
    createdAt: utcDateTime(order.updatedAt),
    isCustomerNotified: true,
    isVisibleOnFront: false,
  });
}
