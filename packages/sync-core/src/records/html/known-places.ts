import type { Meta } from '../../catalog-index/meta.js';
import { type BackendPlaces, mediaUrlOf, pagesOriginOf } from './backend-html.js';

/** Where the backend is, by the configuration of the store that was read last. */
export function knownPlaces(meta: Meta): BackendPlaces {
  return { pages: meta.get('backend-origins'), media: meta.get('media-url') };
}

/** Notes what a store's configuration tells; what it does not tell stays as it is. */
export function notePlaces(
  meta: Meta,
  { baseUrl, baseMediaUrl }: { baseUrl: string; baseMediaUrl: string },
): void {
  const pages = pagesOriginOf(baseUrl);
  if (pages !== undefined) meta.set('backend-origins', pages);
  const media = mediaUrlOf(baseMediaUrl);
  if (media !== undefined) meta.set('media-url', media);
}
