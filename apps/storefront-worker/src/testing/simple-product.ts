import type { ProductRecord } from '@maho-storefront/kv-schema';
import { ShopInKv } from './shop-in-kv.js';

/** A product that goes into the cart by its SKU alone. @param number which of them, from 0. */
export async function simpleProduct(number = 0, store = 'en'): Promise<ProductRecord> {
  const products = (await new ShopInKv(store).products()).filter(
    ({ type, hasRequiredOptions, stockStatus }) =>
      type === 'simple' && !hasRequiredOptions && stockStatus === 'in_stock',
  );
  const product = products[number];
  if (product === undefined) throw new Error('The shop has too few simple products');
  return product;
}
