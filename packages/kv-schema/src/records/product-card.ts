import * as z from 'zod';

/**
 * A product as a listing shows it. Carries the stock status, not the quantity, so that an order does not
 * rewrite every listing page the product is on. Prices are in `currency`.
 */
export const productCardSchema = z.object({
  id: z.int(),
  sku: z.string(),
  slug: z.string(),
  name: z.string(),
  type: z.string(),
  price: z.number().optional(),
  finalPrice: z.number().optional(),
  minimalPrice: z.number().optional(),
  specialPrice: z.number().optional(),
  /** Store-local days, `YYYY-MM-DD`. */
  specialFromDate: z.string().optional(),
  specialToDate: z.string().optional(),
  newsFromDate: z.string().optional(),
  newsToDate: z.string().optional(),
  currency: z.string(),
  stockStatus: z.string(),
  hasRequiredOptions: z.boolean(),
  imageUrl: z.string().optional(),
  imageLabel: z.string().optional(),
  reviewCount: z.int(),
  averageRating: z.number().optional(),
});
export type ProductCard = z.infer<typeof productCardSchema>;
