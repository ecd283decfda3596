import type { ProductItem, ProductListing } from '@maho-storefront/maho-client';
import * as z from 'zod';
import { uniqueAscending } from '../records/list-order.js';

/**
 * What is kept of the listing record a product was last seen with: the prices that the item may lack, and
 * the fields that tell whether the item was read from a cache older than the listing.
 */
const seenListingSchema = z.object({
  price: z.number().optional(),
  finalPrice: z.number().optional(),
  minimalPrice: z.number().optional(),
  name: z.string().optional(),
  stockStatus: z.string().optional(),
  stockQty: z.number().optional(),
  updatedAt: z.string().optional(),
  reviewCount: z.number().optional(),
  averageRating: z.number().optional(),
  /** Ascending. */
  categoryIds: z.array(z.number()).optional(),
});
export type SeenListing = z.infer<typeof seenListingSchema>;

export function seenListing(listing: ProductListing): SeenListing {
  return {
    price: listing.price,
    finalPrice: listing.finalPrice,
    minimalPrice: listing.minimalPrice,
    name: listing.name,
    stockStatus: listing.stockStatus,
    stockQty: listing.stockQty,
    updatedAt: listing.updatedAt,
    reviewCount: listing.reviewCount,
    averageRating: listing.averageRating,
    categoryIds: uniqueAscending(listing.categoryIds),
  };
}

/** What the index holds of a listing; empty for a product that no listing showed. */
export function parseSeenListing(text: string): SeenListing {
  return text === '' ? {} : seenListingSchema.parse(JSON.parse(text));
}

/**
 * Whether the item came from the backend's item cache and is older than the listing. Some edits do not
 * flush that cache (mass updates, stock taken by an order, reviews); final prices are not compared, because a
 * catalogue rule makes them differ for good. A field that either side lacks proves nothing.
 */
export function isStale(item: ProductItem, seen: SeenListing): boolean {
  return (
    differs(item.price, seen.price) ||
    differs(item.name, seen.name) ||
    differs(item.stockStatus, seen.stockStatus) ||
    differs(item.stockQty, seen.stockQty) ||
    differs(item.updatedAt, seen.updatedAt) ||
    differs(item.reviewCount, seen.reviewCount) ||
    differs(item.averageRating, seen.averageRating) ||
    differs(uniqueAscending(item.categoryIds).join(), seen.categoryIds?.join())
  );
}

function differs<T>(a: T | undefined, b: T | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
