import * as z from 'zod';
import { listOf } from '../schemas/list-of.js';
import { recordOf } from '../schemas/record-of.js';
import { decimal, wholeNumber } from '../schemas/scalars.js';
import type { CartItemRequest } from './cart-item-request.js';
import type { OrderItem } from './schemas/order-item.js';

/** A date, once PHP has wrapped it. */
const dateValue = z
  .union([z.object({ date: z.string() }), z.object({ datetime: z.string() }), z.object({ time: z.string() })])
  .transform((value) => Object.values(value)[0] ?? '');

const buyRequestSchema = z.object({
  options: recordOf(z.union([z.string(), z.number(), z.array(wholeNumber), dateValue])),
  links: listOf(wholeNumber),
  bundle_option: recordOf(z.union([wholeNumber, z.array(wholeNumber)])),
  bundle_option_qty: recordOf(decimal),
  super_product_config: z.object({ product_id: wholeNumber }).optional(),
});

type BuyRequest = z.infer<typeof buyRequestSchema>;

/**
 * What puts a line of an order into a cart again, `undefined` where an order does not say enough (files, gift cards,
 * products that are gone).
 *
 * A line of a bundle or of a grouped product does not name its product's SKU: `skuOf` looks it up by id.
 */
export function reorderRequest(
  item: OrderItem,
  skuOf: (productId: number) => string | undefined,
): CartItemRequest | undefined {
  const read = buyRequestSchema.safeParse(item.productOptions.info_buyRequest ?? {});
  if (!read.success || item.productType === 'giftcard') return undefined;
  const bought = read.data;
  if (item.productType === 'grouped') return groupedRequest(item, bought, skuOf);
  const sku = item.productType === 'bundle' ? skuOf(item.productId ?? 0) : item.sku;
  if (sku === undefined) return undefined;
  return {
    sku,
    qty: item.qtyOrdered,
    options: filled(bought.options),
    links: filled(bought.links),
    bundle: filled(bought.bundle_option),
    bundleQty: filled(bought.bundle_option_qty),
  };
}

function groupedRequest(
  { productId, qtyOrdered }: OrderItem,
  { super_product_config: config }: BuyRequest,
  skuOf: (productId: number) => string | undefined,
): CartItemRequest | undefined {
  const sku = config === undefined ? undefined : skuOf(config.product_id);
  if (sku === undefined || productId === undefined) return undefined;
  return { sku, qty: 1, grouped: { [productId]: qtyOrdered } };
}

function filled<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}
