import type { ProductCard } from '@maho-storefront/kv-schema';
import type { Cart, CartItem, CartItemRequest } from '@maho-storefront/maho-client/shopping';
import { type EventItem, type ShopEvent, shopEvent } from './shop-event.js';

/**
 * What putting a product into the cart stands for, at the prices that the cart charges; the members of a grouped product
 * each for themselves. A cart does not say which line was added to: it is the latest of the product's, of the chosen
 * child's where there is one.
 */
export function addedItemEvent(
  cart: Cart,
  product: Pick<ProductCard, 'id'>,
  { sku, qty, grouped = { [product.id]: qty } }: CartItemRequest,
): ShopEvent {
  const items = Object.entries(grouped).flatMap(([id, quantity]): EventItem[] => {
    const lines = cart.items.filter(({ productId }) => productId === Number(id));
    const line = lines.findLast((one) => one.sku.trim() === sku.trim()) ?? lines.at(-1);
    return line === undefined ? [] : [eventItem(line, quantity)];
  });
  return shopEvent('add_to_cart', cart.currency, items);
}

/** A line of a cart as events name it. */
export function eventItem({ sku, name, price, qty }: CartItem, quantity = qty): EventItem {
  return { item_id: sku.trim(), item_name: name, price, quantity };
}
