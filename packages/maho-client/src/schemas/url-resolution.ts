import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { entityId, wholeNumber } from './scalars.js';

const KNOWN_TYPES = ['product', 'category', 'cms_page', 'blog_post', 'redirect'] as const;

/** What a path leads to; a module's own type reads as `unknown`. */
const resolutionType = z
  .string()
  .transform((sent) => KNOWN_TYPES.find((known) => known === sent) ?? 'unknown');

/**
 * The member of `GET /url-resolver?path=…`.
 *
 * Check it before use: it may name the parent of the product that owns the path, or an id that is a 404;
 * `identifier` is the path's last segment only.
 */
export const urlResolutionSchema = z.object({
  type: resolutionType,
  id: absentOr(entityId),
  identifier: absentOr(z.string()),
  /** Target path relative to the shop's root; it may be a redirect itself. */
  redirectUrl: absentOr(z.string()),
  /** 0, or 301 for every redirect, temporary ones too. */
  redirectType: absentOr(wholeNumber),
  extensions,
});

export type UrlResolution = z.infer<typeof urlResolutionSchema>;
