/** One product of an event, as GA4 names its parts. */
export interface EventItem {
  item_id: string;
  item_name: string;
  /** Of one piece. */
  price: number;
  quantity: number;
}

/** The events that the storefront tells, by GA4's names. */
export type EventName = 'view_item' | 'add_to_cart' | 'begin_checkout' | 'purchase';

/** Something a shopper did, shaped as GA4 wants it: https://developers.google.com/analytics/devguides/collection/ga4/ecommerce */
export interface ShopEvent {
  event: EventName;
  ecommerce: {
    /** ISO 4217. */
    currency: string;
    /** Of all items together, or of the order. */
    value: number;
    items: readonly EventItem[];
    /** The rest of a purchase. */
    transaction_id?: string;
    tax?: number;
    shipping?: number;
    coupon?: string;
  };
}

/**
 * An event about some products. Nothing in it says who the shopper is.
 *
 * @param more what a purchase says beside its items; a `value` there takes the place of the items' own.
 */
export function shopEvent(
  event: EventName,
  currency: string,
  items: readonly EventItem[],
  more: Partial<Omit<ShopEvent['ecommerce'], 'currency' | 'items'>> = {},
): ShopEvent {
  const value = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  return { event, ecommerce: { currency, value: Math.round(value * 100) / 100, items, ...more } };
}
