import { badRequest, notFound } from '../http/api-error.js';
import { pageWindow, sliceOf } from '../http/page-window.js';
import type { Order } from '../shop/order/order.js';
import { cancelOrder, placeOrder } from '../shop/order/place-order.js';
import { isSameSecret } from '../shop/same-secret.js';
import { listedOrder, orderRecord } from './order-record.js';
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

const ORDER_PAGES = { standard: 10, max: 100 };

/**
 * `GET /orders/{number}/details`: a guest's order for the token that placing it gave, which is used up by this very
 * answer. Whoever has no account yet also gets what opens one.
 */
export function readOrderByToken(request: ShopRequest): ShopAnswer {
  const { shop, headers, address } = request;
  shop.limits.count('orderLookup', address);
  const token = headers.get('X-Order-Token') ?? '';
  const number = segmentAt(request, 0);
  const order = [...shop.orders.values()].find((candidate) => candidate.number === number);
  const isRight = token !== '' && isSameSecret(order?.accessToken ?? '', token);
  if (order === undefined || !isRight) throw notFound('Order not found.');
  order.accessToken = undefined;
  const { cart } = order;
  const isKnown = shop.customers.byEmail(cart.email ?? '', cart.store.websiteId) !== undefined;
  return item('Order', orderRecord(shop, order, isKnown ? {} : { accountToken: shop.accountToken(order) }));
}

/** `GET /customers/me/orders`, newest first. */
export function listOrders(request: ShopRequest): ShopAnswer {
  const { shop, query } = request;
  const { id } = signedIn(request);
  const status = query.scalar('status') ?? '';
  const orders = [...shop.orders.values()]
    .filter((order) => order.customerId === id && (status === '' || order.status === status))
    .reverse();
  const window = pageWindow(query, ORDER_PAGES);
  const members = sliceOf(orders, window).map((order) => ({ '@type': 'Order', ...listedOrder(shop, order) }));
  return { kind: 'collection', type: 'Order', members, total: orders.length, window };
}

function ownOrder(request: ShopRequest): Order {
  const order = request.shop.orders.get(numberAt(request, 0));
  if (order === undefined || order.customerId !== signedIn(request).id) throw notFound('Order not found');
  return order;
}

/** `GET /orders/{id}`. */
export const readOrder = (request: ShopRequest) =>
  item('Order', orderRecord(request.shop, ownOrder(request)));

/** `POST /orders/{id}/cancel`. */
export function cancelOwnOrder(request: ShopRequest): ShopAnswer {
  const order = ownOrder(request);
  cancelOrder(request.shop, order, textIn(request.body, 'reason'));
  return item('Order', orderRecord(request.shop, order));
}

/** `POST /orders`: the customer's cart, as far as it is set up, becomes an order. */
export function orderCart(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  const { shop, body } = request;
  const named = body.cartId === undefined ? undefined : shop.carts.byId(Number(body.cartId));
  const cart = body.cartId === undefined ? shop.carts.ofCustomer(customer.id) : named;
  if (cart?.customerId !== customer.id) throw badRequest('Cart not found');
  cart.email = customer.email;
  const order = placeOrder(shop, cart, textIn(body, 'orderNote'));
  return created('Order', orderRecord(shop, order), `/api/rest/v2/orders/${order.id}`);
}
