import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { entityId, flag, wholeNumber } from './scalars.js';

/** `GET /stores`: one active store view. */
export const storeSchema = z.object({
  id: entityId,
  code: z.string().min(1),
  name: z.string(),
  websiteId: wholeNumber,
  groupId: wholeNumber,
  groupName: absentOr(z.string()),
  rootCategoryId: entityId,
  isActive: flag,
  baseUrl: z.string(),
  baseLinkUrl: z.string(),
  baseMediaUrl: z.string(),
  locale: absentOr(z.string()),
  /** ISO 4217 codes: of the website's prices, and of the view's display. */
  currency: z.object({ base: z.string(), default: z.string() }),
  extensions,
});

export type Store = z.infer<typeof storeSchema>;
