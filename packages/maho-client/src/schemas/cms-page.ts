import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { entityId, flag, wholeNumber } from './scalars.js';

/** `GET /cms-pages` and `/cms-pages/{id}`: the same fields, content included. */
export const cmsPageSchema = z.object({
  id: entityId,
  /** May hold slashes; the same one may exist once per store. */
  identifier: z.string().min(1),
  title: absentOr(z.string()),
  contentHeading: absentOr(z.string()),
  /** HTML; its links point at the backend's host. */
  content: absentOr(z.string()),
  metaKeywords: absentOr(z.string()),
  metaDescription: absentOr(z.string()),
  metaRobots: absentOr(z.string()),
  pageLayout: absentOr(z.string()),
  sortOrder: absentOr(wholeNumber),
  status: z.enum(['enabled', 'disabled']),
  isActive: flag,
  /** Store ids; `[0]` is all stores. */
  stores: listOf(wholeNumber),
  createdAt: absentOr(z.string()),
  updatedAt: absentOr(z.string()),
  extensions,
});

export type CmsPage = z.infer<typeof cmsPageSchema>;
