import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { decimal, entityId } from './scalars.js';

/** A related, cross-sell or up-sell product as an item shows it. */
export const productLinkSchema = z.object({
  id: entityId,
  sku: z.string(),
  name: z.string(),
  urlKey: absentOr(z.string()),
  price: absentOr(decimal),
  specialPrice: absentOr(decimal),
  finalPrice: absentOr(decimal),
  stockStatus: absentOr(z.enum(['in_stock', 'out_of_stock'])),
  imageUrl: absentOr(z.string()),
  smallImageUrl: absentOr(z.string()),
  thumbnailUrl: absentOr(z.string()),
});

export type ProductLink = z.infer<typeof productLinkSchema>;
