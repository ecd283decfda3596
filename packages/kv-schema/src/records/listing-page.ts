import * as z from 'zod';
import { productCardSchema } from './product-card.js';

/** Products on one listing page. */
export const LISTING_PAGE_SIZE = 48;

/** `{store}:products:category:{id}:page:{n}`: one page of a category, in the merchant's order. */
export const listingPageRecordSchema = z.object({
  products: z.array(productCardSchema),
  /** From 1. */
  page: z.int(),
  pageSize: z.int(),
  totalItems: z.int(),
  totalPages: z.int(),
});
export type ListingPageRecord = z.infer<typeof listingPageRecordSchema>;
