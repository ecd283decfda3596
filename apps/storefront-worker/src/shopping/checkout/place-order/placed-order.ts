import {
  type Order,
  type OrderItem,
  orderedOptions,
  orderPricesSchema,
  postalAddressSchema,
} from '@maho-storefront/maho-client/shopping';
import * as z from 'zod';

const lineSchema = z.object({
  name: z.string(),
  sku: z.string(),
  qty: z.number(),
  price: z.number(),
  rowTotal: z.number(),
  rowTotalInclTax: z.number(),
  options: z.array(z.object({ label: z.string(), value: z.string() })),
});

/** What the page after an order shows of it. */
export const placedOrderSchema = z.object({
  number: z.string(),
  email: z.string().optional(),
  currency: z.string(),
  isVirtual: z.boolean(),
  /** Whether its prices are shown with tax, as they were in the cart. */
  withTax: z.boolean(),
  lines: z.array(lineSchema),
  prices: orderPricesSchema,
  /** What the shopper agreed to pay, where Maho has counted something else while it placed the order. */
  agreedTotal: z.number().optional(),
  shippingAddress: postalAddressSchema.optional(),
  billingAddress: postalAddressSchema.optional(),
  paymentTitle: z.string().optional(),
  shippingTitle: z.string().optional(),
  couponCode: z.string().optional(),
});

export type PlacedOrder = z.infer<typeof placedOrderSchema>;

/** How the shopper saw the cart that an order was made of. */
export interface CartSeen {
  readonly withTax: boolean;
  readonly total: number;
}

/** No more of an order than is shown: not its tokens, its history or its numbers. */
export function placedOrder(order: Order, { withTax, total }: CartSeen): PlacedOrder {
  return {
    number: order.incrementId,
    email: order.customerEmail,
    currency: order.currency,
    isVirtual: order.isVirtual === true,
    withTax,
    lines: order.items.map(orderLine),
    prices: order.prices,
    agreedTotal: order.prices.grandTotal === total ? undefined : total,
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    paymentTitle: order.paymentMethodTitle,
    shippingTitle: order.shippingDescription,
    couponCode: order.couponCode,
  };
}

function orderLine(item: OrderItem): PlacedOrder['lines'][number] {
  const { name, sku, qtyOrdered: qty, price, rowTotal, rowTotalInclTax = rowTotal } = item;
  return { name, sku, qty, price, rowTotal, rowTotalInclTax, options: orderedOptions(item) };
}
