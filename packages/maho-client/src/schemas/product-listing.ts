import type * as z from 'zod';
import { productBaseSchema } from './product-base.js';

/**
 * A product as `GET /products` lists it.
 *
 * The detail fields (variants, gallery, options, …) are left out on purpose: a listing sends them empty, which
 * means "not loaded" and must never be read as "none". A `categoryId` or `search` listing also lacks
 * description, imageUrl, urlPath, weight and the meta fields.
 */
export const productListingSchema = productBaseSchema;

export type ProductListing = z.infer<typeof productListingSchema>;
