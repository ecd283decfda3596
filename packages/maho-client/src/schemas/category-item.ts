import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { categorySchema } from './category.js';
import { listOf } from './list-of.js';

/** A category as `GET /categories/{id}` gives it: the listing's fields, meta fields, landing block and children. */
export const categoryItemSchema = categorySchema.extend({
  /** Direct, active children, one level deep. */
  children: listOf(categorySchema),
  /** The landing block as rendered HTML. */
  cmsBlock: absentOr(z.string()),
  metaTitle: absentOr(z.string()),
  metaKeywords: absentOr(z.string()),
  metaDescription: absentOr(z.string()),
  metaRobots: absentOr(z.string()),
});

export type CategoryItem = z.infer<typeof categoryItemSchema>;
