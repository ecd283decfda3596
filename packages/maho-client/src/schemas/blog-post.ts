import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { entityId, flag, wholeNumber } from './scalars.js';

/** `GET /blog-posts` and `/blog-posts/{id}`: the same fields, content included. */
export const blogPostSchema = z.object({
  id: entityId,
  title: z.string(),
  urlKey: z.string().min(1),
  content: absentOr(z.string()),
  shortContent: absentOr(z.string()),
  /** Plain text of at most 200 characters; may hold unresolved `{{…}}`. */
  excerpt: absentOr(z.string()),
  /** File name; the address is `imageUrl`. */
  image: absentOr(z.string()),
  imageUrl: absentOr(z.string()),
  /** `YYYY-MM-DD`, a day of the store's time zone. */
  publishDate: absentOr(z.string()),
  metaTitle: absentOr(z.string()),
  metaDescription: absentOr(z.string()),
  metaKeywords: absentOr(z.string()),
  metaRobots: absentOr(z.string()),
  status: z.enum(['enabled', 'disabled']),
  isActive: flag,
  /** Filled on the item; the list sends it empty. */
  stores: listOf(wholeNumber),
  categoryIds: listOf(entityId),
  createdAt: absentOr(z.string()),
  updatedAt: absentOr(z.string()),
  extensions,
});

export type BlogPost = z.infer<typeof blogPostSchema>;
