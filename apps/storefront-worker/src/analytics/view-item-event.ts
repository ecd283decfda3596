import type { ProductRecord } from '@maho-storefront/kv-schema';
import type { Price } from '../formatting/price.js';
import { type ShopEvent, shopEvent } from './shop-event.js';

/** What opening a product's page stands for; worth nothing where the price depends on a free choice. */
export function viewItemEvent({ sku, name, currency }: ProductRecord, price: Price | null): ShopEvent {
  const item = { item_id: sku.trim(), item_name: name, price: price?.amount ?? 0, quantity: 1 };
  return shopEvent('view_item', price?.currency ?? currency, [item]);
}
