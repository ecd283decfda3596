import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { entityId, flag, text, wholeNumber } from './scalars.js';

/** `GET /blog-categories` and `/blog-categories/{id}`: a flat list; the invisible root may be a parent. */
export const blogCategorySchema = z.object({
  id: entityId,
  name: z.string(),
  urlKey: z.string().min(1),
  parentId: absentOr(wholeNumber),
  path: absentOr(text),
  level: absentOr(wholeNumber),
  position: absentOr(wholeNumber),
  isActive: flag,
  metaTitle: absentOr(z.string()),
  metaDescription: absentOr(z.string()),
  metaKeywords: absentOr(z.string()),
  metaRobots: absentOr(z.string()),
  /** Filled on the item; the list sends it empty. */
  stores: listOf(wholeNumber),
  createdAt: absentOr(z.string()),
  updatedAt: absentOr(z.string()),
  extensions,
});

export type BlogCategory = z.infer<typeof blogCategorySchema>;
