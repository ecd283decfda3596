import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { entityId, flag, wholeNumber } from './scalars.js';

/** `GET /cms-blocks` and `/cms-blocks/{id}`. The list's `identifier` filter matches substrings: compare yourself. */
export const cmsBlockSchema = z.object({
  id: entityId,
  identifier: z.string().min(1),
  title: absentOr(z.string()),
  /** HTML; its links point at the backend's host. */
  content: absentOr(z.string()),
  status: z.enum(['enabled', 'disabled']),
  isActive: flag,
  /** Store ids; `[0]` is all stores. */
  stores: listOf(wholeNumber),
  createdAt: absentOr(z.string()),
  updatedAt: absentOr(z.string()),
  extensions,
});

export type CmsBlock = z.infer<typeof cmsBlockSchema>;
