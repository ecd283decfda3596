import * as z from 'zod';
import { extensionsSchema } from './extensions.js';

/** `{store}:category:{id}`: one category in full. */
export const categoryRecordSchema = z.object({
  id: z.int(),
  parentId: z.int().optional(),
  name: z.string(),
  /** Address below the store's root, without slashes at the ends and without a suffix. */
  path: z.string(),
  urlKey: z.string().optional(),
  level: z.int(),
  description: z.string().optional(),
  image: z.string().optional(),
  displayMode: z.string().optional(),
  /** Rendered HTML of the category's landing block. */
  landingBlock: z.string().optional(),
  includeInMenu: z.boolean(),
  isAnchor: z.boolean(),
  availableSortBy: z.array(z.string()),
  defaultSortBy: z.string().optional(),
  metaTitle: z.string().optional(),
  metaKeywords: z.string().optional(),
  metaDescription: z.string().optional(),
  metaRobots: z.string().optional(),
  pageLayout: z.string().optional(),
  extensions: extensionsSchema,
  updatedAt: z.string().optional(),
});
export type CategoryRecord = z.infer<typeof categoryRecordSchema>;
