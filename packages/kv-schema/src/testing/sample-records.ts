import type { CategoryNode } from '../records/category-tree.js';
import type { ListingPageRecord } from '../records/listing-page.js';
import type { ProductRecord } from '../records/product.js';
import type { ProductCard } from '../records/product-card.js';

/** The slug that sample product `id` has. */
export function sampleSlug(id: number): string {
  return `product-${id}`;
}

/** A simple product with nothing optional. */
export function sampleProduct(id: number): ProductRecord {
  return {
    id,
    sku: `SKU-${id}`,
    slug: sampleSlug(id),
    name: `Product ${id}`,
    type: 'simple',
    visibility: 'catalog_search',
    price: 10,
    finalPrice: 10,
    currency: 'EUR',
    tierPrices: [],
    stockStatus: 'in_stock',
    hasRequiredOptions: false,
    gallery: [],
    categoryIds: [3],
    configurableOptions: [],
    variants: [],
    customOptions: [],
    groupedProducts: [],
    bundleOptions: [],
    downloadableLinks: [],
    giftcardAmounts: [],
    attributes: [],
    related: [],
    upsell: [],
    crosssell: [],
    reviewCount: 0,
  };
}

/** The card of a sample product. */
export function sampleCard(id: number): ProductCard {
  const { sku, slug, name, type, currency, stockStatus, hasRequiredOptions, reviewCount } = sampleProduct(id);
  return { id, sku, slug, name, type, currency, stockStatus, hasRequiredOptions, reviewCount };
}

/** Page `page` of `totalPages` of a listing that shows these products. */
export function sampleListing(ids: readonly number[], page = 1, totalPages = 1): ListingPageRecord {
  return { products: ids.map(sampleCard), page, pageSize: 48, totalItems: ids.length, totalPages };
}

/** A node of the category tree. */
export function sampleCategory(id: number, children: CategoryNode[] = []): CategoryNode {
  return {
    id,
    name: `Category ${id}`,
    path: `c${id}`,
    level: 2,
    includeInMenu: true,
    productCount: 1,
    children,
  };
}
