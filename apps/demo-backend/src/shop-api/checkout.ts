import { badRequest } from '../http/api-error.js';
import { isJsonObject } from '../json.js';
import { type Cart, isVirtualCart } from '../shop/cart/cart.js';
import { type AddressFields, addressFrom, addressIn, completeAddress } from '../shop/cart/cart-address.js';
import { paymentMethods, paymentRecord } from '../shop/checkout/payment.js';
import { withRegionId } from '../shop/checkout/regions.js';
import { rateCode, rateRecord } from '../shop/checkout/shipping.js';
import { placeOrder } from '../shop/order/place-order.js';
import { changeableCart, readableCart } from './cart-access.js';
import { cartRecord } from './cart-record.js';
import { orderRecord } from './order-record.js';
import { created, item, type ShopAnswer, type ShopRequest, textIn } from './shop-request.js';

function saved({ shop }: ShopRequest, cart: Cart): ShopAnswer {
  cart.updatedAt = shop.nowSeconds();
  return item('Cart', cartRecord(shop, cart));
}

/** A cart without an item has no addresses; setting one makes both. */
function setAddress(
  { shop }: ShopRequest,
  cart: Cart,
  which: 'billing' | 'shipping',
  fields: AddressFields,
): void {
  const create = () => ({ id: shop.sequences.cartAddress.next(), fields, createdAt: shop.nowSeconds() });
  const present = cart[which];
  if (present === undefined) cart[which] = create();
  else present.fields = fields;
}

export function setShippingAddress(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  setAddress(request, cart, 'shipping', completeAddress(request.body));
  return saved(request, cart);
}

/** With `sameAsShipping` the street of both ends up as the text "Array": PHP's own (cart/39-billing-same.json). */
export function setBillingAddress(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  if (request.body.sameAsShipping !== true) {
    setAddress(request, cart, 'billing', completeAddress(request.body));
    return saved(request, cart);
  }
  const shipping = cart.shipping?.fields;
  if (shipping === undefined || shipping.firstname === '') throw badRequest('Cart has no shipping address');
  const copied = { ...shipping, street: ['Array'] };
  setAddress(request, cart, 'shipping', copied);
  setAddress(request, cart, 'billing', copied);
  return saved(request, cart);
}

/** `POST …/shipping-methods`: an address that comes with it is saved, its region found by code or name. */
export function listShippingMethods(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  const { shop, body } = request;
  const sent = addressIn(body.address);
  if (sent !== undefined) {
    setAddress(request, cart, 'shipping', withRegionId(shop.catalogue, cart.store, addressFrom(sent)));
    cart.updatedAt = shop.nowSeconds();
  }
  if (cart.customerId !== undefined) return item('Cart', cartRecord(shop, cart));
  return { kind: 'raw', body: shop.totals(cart).rates.map(rateRecord) };
}

export function setShippingMethod(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  const { shop, body } = request;
  const [carrier, method] = [textIn(body, 'carrierCode'), textIn(body, 'methodCode')];
  if (carrier === '' || method === '') throw badRequest('Carrier code and method code are required');
  chooseShipping(cart, `${carrier}_${method}`, shop.totals(cart).rates.map(rateCode));
  return saved(request, cart);
}

function chooseShipping(cart: Cart, code: string, available: readonly string[]): void {
  if (!available.includes(code)) throw badRequest('Shipping method is not available for this address');
  cart.shippingMethod = code;
}

/** A guest's methods come alone, a customer's in the cart; "free" is not among them unless nothing is to be paid. */
export function listPaymentMethods(request: ShopRequest): ShopAnswer {
  const cart = readableCart(request);
  const { shop } = request;
  if (cart.customerId !== undefined) return item('Cart', cartRecord(shop, cart));
  return {
    kind: 'raw',
    body: paymentMethods(shop.settings, shop.totals(cart).grandTotal).map(paymentRecord),
  };
}

export function setPaymentMethod(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  const code = textIn(request.body, 'methodCode');
  if (code === '') throw badRequest('Payment method code is required');
  if (!isPayable(request, cart, code)) {
    throw badRequest('Payment method is not available: The requested Payment Method is not available.');
  }
  cart.paymentMethod = code;
  if (isJsonObject(request.body.additionalData)) cart.paymentData = request.body.additionalData;
  return saved(request, cart);
}

function isPayable({ shop }: ShopRequest, cart: Cart, code: string): boolean {
  return paymentMethods(shop.settings, shop.totals(cart).grandTotal).some((method) => method.code === code);
}

/** `POST …/place-order`: takes whatever of the checkout comes with it, then places the order. */
export function placeOrderNow(request: ShopRequest): ShopAnswer {
  const cart = changeableCart(request);
  takeCheckout(request, cart);
  const order = placeOrder(request.shop, cart, textIn(request.body, 'orderNote'));
  const token = order.accessToken === undefined ? {} : { accessToken: order.accessToken };
  return created('Order', orderRecord(request.shop, order, token), `/api/rest/v2/orders/${order.id}`);
}

function takeCheckout(request: ShopRequest, cart: Cart): void {
  const { shop, body, customer } = request;
  const shipping = addressIn(body.shippingAddress);
  const billing = addressIn(body.billingAddress);
  if (shipping !== undefined) setAddress(request, cart, 'shipping', completeAddress(shipping));
  if (billing !== undefined) setAddress(request, cart, 'billing', completeAddress(billing));
  cart.email = customer?.email ?? (textIn(body, 'guestEmail') || textIn(body, 'email') || cart.email);
  const payment = textIn(body, 'paymentMethod');
  if (payment !== '') {
    if (!isPayable(request, cart, payment)) throw badRequest('Payment method is not available for this cart');
    cart.paymentMethod = payment;
    if (isJsonObject(body.paymentData)) cart.paymentData = body.paymentData;
  }
  const method = textIn(body, 'shippingMethod');
  if (method !== '' && !isVirtualCart(cart))
    chooseShipping(cart, method, shop.totals(cart).rates.map(rateCode));
}
