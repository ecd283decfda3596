import * as z from 'zod';
import { absentOr } from '../../schemas/absent-or.js';
import { extensions } from '../../schemas/extensions.js';
import { decimal, entityId, flag, text } from '../../schemas/scalars.js';
import { money } from './money.js';

/** A product that a customer has put by. Its address is not here (Maho sends its own): find it by `productId`. */
export const wishlistItemSchema = z.object({
  id: entityId,
  productId: entityId,
  productName: absentOr(text),
  productSku: absentOr(text),
  productPrice: absentOr(money),
  productFinalPrice: absentOr(money),
  productImageUrl: absentOr(z.string()),
  productType: absentOr(z.string()),
  qty: decimal,
  description: absentOr(text),
  addedAt: absentOr(z.string()),
  inStock: absentOr(flag),
  extensions,
});

export type WishlistItem = z.infer<typeof wishlistItemSchema>;
