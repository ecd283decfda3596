import * as z from 'zod';
import { extensionsSchema } from './extensions.js';

/** `{store}:blog:{urlKey}`. */
export const blogPostRecordSchema = z.object({
  id: z.int(),
  urlKey: z.string(),
  title: z.string(),
  content: z.string(),
  shortContent: z.string().optional(),
  excerpt: z.string().optional(),
  imageUrl: z.string().optional(),
  /** Store-local day, `YYYY-MM-DD`. */
  publishDate: z.string().optional(),
  categoryIds: z.array(z.int()),
  metaTitle: z.string().optional(),
  metaDescription: z.string().optional(),
  metaKeywords: z.string().optional(),
  metaRobots: z.string().optional(),
  extensions: extensionsSchema,
  updatedAt: z.string().optional(),
});
export type BlogPostRecord = z.infer<typeof blogPostRecordSchema>;

export const blogPostSummarySchema = z.object({
  id: z.int(),
  urlKey: z.string(),
  title: z.string(),
  excerpt: z.string().optional(),
  imageUrl: z.string().optional(),
  publishDate: z.string().optional(),
  categoryIds: z.array(z.int()),
});
export type BlogPostSummary = z.infer<typeof blogPostSummarySchema>;

/** `{store}:blog-posts`: newest first, then by descending id. */
export const blogPostIndexRecordSchema = z.array(blogPostSummarySchema);
export type BlogPostIndexRecord = z.infer<typeof blogPostIndexRecordSchema>;

/** `{store}:blog-categories`: by position, then id; `parentId` may name a root that is not listed. */
export const blogCategoriesRecordSchema = z.array(
  z.object({
    id: z.int(),
    name: z.string(),
    urlKey: z.string(),
    parentId: z.int().optional(),
    level: z.int().optional(),
    position: z.int().optional(),
    metaTitle: z.string().optional(),
    metaDescription: z.string().optional(),
    metaKeywords: z.string().optional(),
    metaRobots: z.string().optional(),
  }),
);
export type BlogCategoriesRecord = z.infer<typeof blogCategoriesRecordSchema>;
