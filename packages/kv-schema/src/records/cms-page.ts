import * as z from 'zod';
import { extensionsSchema } from './extensions.js';

/** `{store}:cms:{identifier}`. */
export const cmsPageRecordSchema = z.object({
  id: z.int(),
  identifier: z.string(),
  title: z.string(),
  contentHeading: z.string().optional(),
  content: z.string(),
  metaKeywords: z.string().optional(),
  metaDescription: z.string().optional(),
  metaRobots: z.string().optional(),
  pageLayout: z.string().optional(),
  extensions: extensionsSchema,
  updatedAt: z.string().optional(),
});
export type CmsPageRecord = z.infer<typeof cmsPageRecordSchema>;

/** `{store}:cms-pages`: ascending by identifier. */
export const cmsPageIndexRecordSchema = z.array(
  z.object({ id: z.int(), identifier: z.string(), title: z.string() }),
);
export type CmsPageIndexRecord = z.infer<typeof cmsPageIndexRecordSchema>;

/** `{store}:block:{identifier}`. */
export const cmsBlockRecordSchema = z.object({
  id: z.int(),
  identifier: z.string(),
  title: z.string(),
  content: z.string(),
  extensions: extensionsSchema,
  updatedAt: z.string().optional(),
});
export type CmsBlockRecord = z.infer<typeof cmsBlockRecordSchema>;
