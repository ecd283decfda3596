import {
  type ProductCustomOption,
  type ProductItem,
  type ProductListing,
  productCustomOptionSchema,
  productItemSchema,
  productListingSchema,
} from '@maho-storefront/maho-client';
import { contentHtml } from '../records/html/content-html.js';
import { type ProductRecordSource, productRecord } from '../records/product-record.js';

const BASE = {
  id: 7,
  sku: 'lamp',
  type: 'simple',
  name: 'Lamp',
  status: 'enabled',
  visibility: 'catalog_search',
  urlKey: 'lamp',
  urlPath: 'lamp.html',
  currency: 'EUR',
  stockStatus: 'in_stock',
  stockQty: 4,
  updatedAt: '2026-11-01 10:00:00',
};

/** A simple product as `/products/{id}` gives it; `body` is what the backend would send on top. */
export function productItem(body: Readonly<Record<string, unknown>> = {}): ProductItem {
  return productItemSchema.parse({ ...BASE, price: 30, finalPrice: 30, ...body });
}

/** The same product as a listing shows it. */
export function productListing(body: Readonly<Record<string, unknown>> = {}): ProductListing {
  return productListingSchema.parse({ ...BASE, price: 30, finalPrice: 27, minimalPrice: 27, ...body });
}

/** An option as `/products/{id}/custom-options` gives it. */
export function optionPrice(body: Readonly<Record<string, unknown>>): ProductCustomOption {
  return productCustomOptionSchema.parse({ title: 'Engraving', type: 'field', required: false, ...body });
}

/** The record of an item, by default without anything from a listing. */
export function recordOf(item: ProductItem, source: Partial<Omit<ProductRecordSource, 'item'>> = {}) {
  return productRecord({
    item,
    listing: {},
    optionPrices: [],
    slug: 'lamp',
    slugOf: () => undefined,
    toUrl: (url) => url,
    toHtml: contentHtml({ backendOrigins: ['https://shop.example'] }),
    ...source,
  });
}
