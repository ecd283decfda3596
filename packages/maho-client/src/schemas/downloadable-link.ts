import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { decimal, entityId, text, wholeNumber } from './scalars.js';

/**
 * A file sold with a downloadable product.
 *
 * The sub-resource `/downloadable-links` also publishes `linkUrl`, the paid download itself: it is never read.
 */
export const downloadableLinkSchema = z.object({
  id: entityId,
  title: absentOr(text),
  price: absentOr(decimal),
  sortOrder: absentOr(wholeNumber),
  /** 0 is no limit. */
  numberOfDownloads: absentOr(wholeNumber),
  sampleUrl: absentOr(z.string()),
});

export type DownloadableLink = z.infer<typeof downloadableLinkSchema>;
