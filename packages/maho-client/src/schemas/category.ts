import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { decimal, entityId, flag, text, wholeNumber } from './scalars.js';

/** A category as `GET /categories` lists it: no meta fields, no landing block, no children but their ids. */
export const categorySchema = z.object({
  id: entityId,
  parentId: absentOr(wholeNumber),
  name: z.string(),
  /** HTML as typed by the merchant: `{{media}}` and `{{store}}` directives are not resolved. */
  description: absentOr(z.string()),
  /** Not unique, not even within one tree. */
  urlKey: absentOr(z.string()),
  /** Whole path with the shop's suffix, if it has one. */
  urlPath: absentOr(z.string()),
  image: absentOr(z.string()),
  /** 1 is the root, 2 the top menu. */
  level: wholeNumber,
  position: absentOr(wholeNumber),
  isActive: flag,
  includeInMenu: flag,
  isAnchor: flag,
  availableSortBy: listOf(z.string()),
  defaultSortBy: absentOr(z.string()),
  /** Id of the CMS block that is its landing page. */
  landingPageId: absentOr(wholeNumber),
  /** All descendants, inactive ones too: not what a menu needs. */
  childrenCount: absentOr(wholeNumber),
  /** Direct and active children only. */
  childrenIds: listOf(entityId),
  /** Direct assignments, disabled and sold-out products too: not the length of its listing. */
  productCount: absentOr(wholeNumber),
  /** Ids from the root down, joined by `/`. */
  path: absentOr(text),
  displayMode: absentOr(z.string()),
  pageLayout: absentOr(z.string()),
  customUseParentSettings: absentOr(flag),
  customApplyToProducts: absentOr(flag),
  filterPriceRange: absentOr(decimal),
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  createdAt: absentOr(z.string()),
  updatedAt: absentOr(z.string()),
  extensions,
});

export type Category = z.infer<typeof categorySchema>;
