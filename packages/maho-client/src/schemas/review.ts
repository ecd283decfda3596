import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { decimal, entityId, text, wholeNumber } from './scalars.js';

/** A review of a product: plain text from shoppers, to be escaped. A `rating` of 1 may mean "no votes". */
export const reviewSchema = z.object({
  id: entityId,
  productId: entityId,
  productName: absentOr(z.string()),
  title: absentOr(text),
  detail: absentOr(text),
  nickname: absentOr(text),
  rating: absentOr(decimal),
  status: absentOr(z.string()),
  createdAt: absentOr(z.string()),
  ratings: listOf(z.object({ code: text, value: decimal, percent: absentOr(decimal) })),
  stores: listOf(wholeNumber),
  extensions,
});

export type Review = z.infer<typeof reviewSchema>;
