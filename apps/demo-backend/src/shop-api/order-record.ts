import { utcDateTime } from '../clock.js';
import { type JsonObject, withoutNulls } from '../json.js';
import { isVirtualCart, piecesIn } from '../shop/cart/cart.js';
import { rateTitle } from '../shop/checkout/shipping.js';
import type { CartTotals, LineTotals } from '../shop/checkout/totals.js';
import type { Order } from '../shop/order/order.js';
import type { Shop } from '../shop/shop.js';
import { addressRecord } from './address-record.js';
import { GENERAL_GROUP } from './customer-record.js';
import { genId } from './gen-id.js';

/** The group of guests. */
const NOT_LOGGED_IN = 0;

/** An order in a list: without what is loaded one by one. */
export function listedOrder(shop: Shop, order: Order): JsonObject {
  const {
    shippingAddress: _address,
    statusHistory: _history,
    shipments: _shipments,
    ...listed
  } = orderRecord(shop, order);
  return { ...listed, paymentMethodTitle: order.cart.paymentMethod ?? '' };
}

/** An order in full; `more` are the tokens that only some answers hold. */
export function orderRecord(shop: Shop, order: Order, more: JsonObject = {}): JsonObject {
  const { cart, totals } = order;
  const { store } = cart;
  const isVirtual = isVirtualCart(cart);
  const customer = shop.customers.byId(order.customerId ?? 0);
  const times = { createdAt: order.createdAt, updatedAt: order.createdAt };
  return withoutNulls({
    id: order.id,
    incrementId: order.number,
    customerId: order.customerId,
    customerEmail: cart.email,
    customerFirstname: customer?.firstname,
    customerLastname: customer?.lastname,
    customerGroupId: customer === undefined ? NOT_LOGGED_IN : GENERAL_GROUP,
    customerIsGuest: customer === undefined,
    status: order.status,
    state: order.status === 'pending' ? 'new' : order.status,
    items: totals.lines.map((line, n) => itemRecord(order, line, n)),
    billingAddress:
      cart.billing && addressRecord(order.billingId, cart.billing.fields, times, { addressType: 'billing' }),
    shippingAddress:
      isVirtual || cart.shipping === undefined
        ? undefined
        : addressRecord(order.shippingId, cart.shipping.fields, times, { addressType: 'shipping' }),
    prices: pricesRecord(totals),
    paymentMethod: cart.paymentMethod,
    paymentMethodTitle: order.paymentTitle,
    shippingMethod: isVirtual ? undefined : cart.shippingMethod,
    shippingDescription: totals.selectedRate && rateTitle(totals.selectedRate),
    couponCode: totals.rule?.code ?? '',
    discountDescription: totals.rule?.code ?? '',
    appliedRuleIds: totals.rule === undefined ? [] : [1],
    giftcardCodes: [...cart.giftCards.keys()],
    storeId: store.id,
    storeName: `${shop.settings.websiteName}\n${store.groupName}\n${store.name}`,
    quoteId: cart.id,
    isVirtual,
    weight: cart.lines.reduce((sum, { purchase, qty }) => sum + purchase.weight * qty, 0),
    emailSent: false,
    currency: store.defaultCurrency,
    baseCurrencyCode: store.baseCurrency,
    globalCurrencyCode: store.baseCurrency,
    totalItemCount: cart.lines.length,
    totalQtyOrdered: piecesIn(cart),
    ...more,
    createdAt: utcDateTime(order.createdAt),
    updatedAt: utcDateTime(order.updatedAt),
    statusHistory: order.history,
    shipments: [],
    extensions: [],
  });
}

function itemRecord(order: Order, totals: LineTotals, n: number): JsonObject {
  const { line, price, rowTotal, tax, discount } = totals;
  const { purchase, qty } = line;
  return withoutNulls({
    '@type': 'OrderItem',
    '@id': genId(),
    id: order.itemIds[n],
    sku: purchase.sku,
    name: order.names[n],
    qty,
    qtyOrdered: qty,
    qtyShipped: 0,
    qtyRefunded: 0,
    qtyCanceled: order.status === 'canceled' ? qty : 0,
    qtyInvoiced: 0,
    price,
    priceInclTax: totals.priceInclTax,
    originalPrice: price,
    rowTotal,
    rowTotalInclTax: totals.rowTotalInclTax,
    ...figures(totals, true),
    basePrice: price,
    baseRowTotal: rowTotal,
    baseTaxAmount: tax,
    baseDiscountAmount: discount,
    weight: purchase.weight,
    rowWeight: purchase.weight * qty,
    isVirtual: purchase.isVirtual,
    isQtyDecimal: false,
    freeShipping: false,
    noDiscount: false,
    productId: purchase.product.id,
    productType: purchase.productType,
    productOptions: { info_buyRequest: purchase.buyRequest, ...purchase.orderOptions },
    storeId: order.cart.store.id,
    createdAt: utcDateTime(order.createdAt),
    extensions: [],
  });
}

/**
 * Discount and tax of a line, left out where they are zero. A bundle's percentages are empty columns, which read as 0
 * once they come out of the database (`isSaved`).
 */
export function figures(totals: LineTotals, isSaved: boolean): JsonObject {
  const orNull = (amount: number) => (amount === 0 ? null : amount);
  const { discount, discountPercent, tax, taxPercent, line } = totals;
  const isEmptyColumn = line.purchase.productType === 'bundle' && isSaved;
  return withoutNulls({
    discountAmount: orNull(discount),
    discountPercent: isEmptyColumn ? discountPercent : orNull(discountPercent),
    taxAmount: orNull(tax),
    taxPercent: isEmptyColumn ? taxPercent : orNull(taxPercent),
  });
}

function pricesRecord(totals: CartTotals): JsonObject {
  const orNull = (amount: number) => (amount === 0 ? null : amount);
  const { subtotal, discount, shipping, tax, grandTotal, giftCards } = totals;
  return {
    subtotal,
    subtotalInclTax: totals.subtotalInclTax,
    discountAmount: orNull(discount),
    shippingAmount: orNull(shipping),
    shippingAmountInclTax: orNull(shipping),
    taxAmount: tax,
    shippingTaxAmount: 0,
    hiddenTaxAmount: 0,
    shippingDiscountAmount: 0,
    grandTotal,
    totalPaid: 0,
    totalRefunded: 0,
    totalDue: grandTotal,
    totalCanceled: null,
    totalInvoiced: null,
    subtotalCanceled: null,
    subtotalInvoiced: null,
    subtotalRefunded: null,
    adjustmentPositive: null,
    adjustmentNegative: null,
    baseGrandTotal: grandTotal,
    baseSubtotal: subtotal,
    baseTaxAmount: tax,
    baseShippingAmount: orNull(shipping),
    baseDiscountAmount: orNull(discount),
    baseTotalPaid: 0,
    baseTotalRefunded: 0,
    baseTotalDue: grandTotal,
    giftcardAmount: orNull(giftCards),
  };
}
