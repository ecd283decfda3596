import { utcDateTime } from '../clock.js';
import { type JsonObject, withoutNulls } from '../json.js';
import { nameIn } from '../resources/product-core.js';
import { type Cart, piecesIn } from '../shop/cart/cart.js';
import type { CartAddress } from '../shop/cart/cart-address.js';
import { itemRecord as productRecord } from '../shop/cart/purchase.js';
import { paymentMethods, paymentRecord } from '../shop/checkout/payment.js';
import { rateRecord, rateTitle, type ShippingRate } from '../shop/checkout/shipping.js';
import type { CartTotals, LineTotals } from '../shop/checkout/totals.js';
import type { Shop } from '../shop/shop.js';
import { addressRecord } from './address-record.js';
import { genId } from './gen-id.js';
import { figures } from './order-record.js';

/** A cart as every call on it answers, counted anew. */
export function cartRecord(shop: Shop, cart: Cart, cartRecreated = false): JsonObject {
  const totals = shop.totals(cart);
  const { selectedRate } = totals;
  const methods = paymentMethods(shop.settings, totals.grandTotal);
  const selectedPayment = methods.find(({ code }) => code === cart.paymentMethod);
  const record = withoutNulls({
    id: cart.id,
    maskedId: cart.customerId === undefined ? cart.maskedId : undefined,
    customerId: cart.customerId,
    customerEmail: cart.email,
    storeId: cart.store.id,
    isActive: cart.isActive,
    cartRecreated,
    items: totals.lines.map((line) => itemRecord(shop, cart, line)),
    prices: pricesRecord(totals),
    billingAddress: cart.billing && cartAddressRecord(cart, cart.billing, 'billing'),
    shippingAddress: cart.shipping && cartAddressRecord(cart, cart.shipping, 'shipping'),
    availableShippingMethods: totals.rates.map(rateRecord),
    selectedShippingMethod: selectedRate && selectedRateRecord(selectedRate),
    availablePaymentMethods: methods.map(paymentRecord),
    selectedPaymentMethod: selectedPayment && { ...selectedPayment },
    appliedCoupon: totals.rule && { code: totals.rule.code, discountAmount: totals.discount },
    // What a card pays is only in the prices; this figure is always 0.
    appliedGiftcards: [...cart.giftCards].map(([code, balance]) => ({ code, balance, appliedAmount: 0 })),
    currency: cart.store.defaultCurrency,
    itemsCount: cart.lines.length,
    itemsQty: piecesIn(cart),
    createdAt: utcDateTime(cart.createdAt),
    updatedAt: utcDateTime(cart.updatedAt),
    extensions: [],
  });
  for (const line of cart.lines) line.isSaved = true;
  return record;
}

/** The prices of a cart; what is zero is null, free shipping too. */
export function pricesRecord(totals: CartTotals): JsonObject {
  const orNull = (amount: number) => (amount === 0 ? null : amount);
  const { subtotal, discount, shipping, tax, grandTotal, giftCards } = totals;
  return {
    subtotal,
    subtotalInclTax: totals.subtotalInclTax,
    subtotalWithDiscount: discount === 0 ? subtotal : Math.round((subtotal - discount) * 100) / 100,
    discountAmount: orNull(discount),
    shippingAmount: orNull(shipping),
    shippingAmountInclTax: orNull(shipping),
    taxAmount: tax,
    shippingTaxAmount: null,
    grandTotal,
    baseGrandTotal: grandTotal,
    baseSubtotal: subtotal,
    baseTaxAmount: tax,
    baseShippingAmount: orNull(shipping),
    baseDiscountAmount: orNull(discount),
    giftcardAmount: orNull(giftCards),
  };
}

function itemRecord(shop: Shop, cart: Cart, totals: LineTotals): JsonObject {
  const { line, rowTotal, discount } = totals;
  const { purchase } = line;
  const shown = productRecord(shop.buying(cart.store), purchase.product);
  return withoutNulls({
    '@type': 'CartItem',
    '@id': genId(),
    id: line.id,
    sku: purchase.sku,
    name: nameIn(purchase.product, cart.store),
    qty: line.qty,
    price: totals.price,
    priceInclTax: totals.priceInclTax,
    rowTotal,
    rowTotalInclTax: totals.rowTotalInclTax,
    rowTotalWithDiscount: discount === 0 ? rowTotal : Math.round((rowTotal - discount) * 100) / 100,
    ...figures(totals, line.isSaved),
    productId: purchase.product.id,
    productType: purchase.productType,
    thumbnailUrl: shown.smallImageUrl ?? shown.thumbnailUrl,
    options: purchase.options(shop.nowSeconds()).map((option) => ({ ...option })),
    stockStatus: purchase.product.inStock ? 'in_stock' : 'out_of_stock',
    extensions: [],
  });
}

function cartAddressRecord(
  cart: Cart,
  { id, fields, createdAt }: CartAddress,
  addressType: string,
): JsonObject {
  return addressRecord(id, fields, { createdAt, updatedAt: cart.updatedAt }, { addressType });
}

/** The titles of what was chosen are one and the same text. */
function selectedRateRecord(rate: ShippingRate): JsonObject {
  const title = rateTitle(rate);
  const { carrierCode, methodCode, price } = rate;
  return { carrierCode, methodCode, carrierTitle: title, methodTitle: title, price };
}
