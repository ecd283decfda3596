import type { Cart } from '@maho-storefront/maho-client/shopping';
import type { PlacedOrder } from '../shopping/checkout/place-order/placed-order.js';
import { eventItem } from './added-item-event.js';
import { type ShopEvent, shopEvent } from './shop-event.js';

/** What beginning the checkout stands for. */
export function beginCheckoutEvent({ items, currency, appliedCoupon }: Cart): ShopEvent {
  const coupon = appliedCoupon === undefined ? {} : { coupon: appliedCoupon.code };
  return shopEvent(
    'begin_checkout',
    currency,
    items.map((item) => eventItem(item)),
    coupon,
  );
}

/** What an order stands for: worth what was paid, tax and shipping in it. */
export function purchaseEvent({ number, lines, prices, currency, couponCode }: PlacedOrder): ShopEvent {
  const { grandTotal, taxAmount = 0, shippingAmount = 0 } = prices;
  const items = lines.map(({ sku, name, price, qty }) => ({
    item_id: sku.trim(),
    item_name: name,
    price,
    quantity: qty,
  }));
  return shopEvent('purchase', currency, items, {
    transaction_id: number,
    value: grandTotal,
    tax: taxAmount,
    shipping: shippingAmount,
    ...(couponCode === undefined || couponCode === '' ? {} : { coupon: couponCode }),
  });
}
