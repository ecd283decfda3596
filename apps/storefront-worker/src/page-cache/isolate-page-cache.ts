import { waitUntil } from 'cloudflare:workers';
import { CacheApiPageStore, type MemoizedPulse, PageCache, ReadMemory } from '@maho-storefront/edge-cache';
import { logError } from '../log.js';
import { platformClock } from '../platform/clock.js';
import type { Settings } from '../settings.js';
import type { IsolateRecords } from './page-reader.js';

/** A name of its own keeps pages apart from what else is in the zone's cache. */
const CACHE_ORIGIN = 'https://pages.maho-storefront.invalid';

/** Of the memory for pages, what the records get that they are rendered from. */
const RECORDS_SHARE = 0.25;

/** The records that this isolate keeps in memory for the pages that it renders. */
export function isolateRecords({ pageMemoryBytes }: Pick<Settings, 'pageMemoryBytes'>): IsolateRecords {
  return new ReadMemory({ maxBytes: pageMemoryBytes * RECORDS_SHARE, clock: platformClock });
}

/**
 * The page cache of this isolate over `caches.default`, where there is one.
 *
 * @param getPulse see `isolatePulse`.
 * @param assetHash stands for the code, the assets and the variables that pages depend on.
 */
export function isolatePageCache(
  getPulse: MemoizedPulse,
  assetHash: string,
  { pageMemoryBytes }: Pick<Settings, 'pageMemoryBytes'>,
): PageCache {
  const cache = typeof caches === 'undefined' ? null : caches.default;
  return new PageCache({
    assetHash,
    getPulse,
    store: cache && new CacheApiPageStore({ cache, origin: CACHE_ORIGIN, clock: platformClock }),
    memory: { maxBytes: pageMemoryBytes * (1 - RECORDS_SHARE) },
    clock: platformClock,
    defer: waitUntil,
    onEvent(event) {
      if ('error' in event) logError(`page_cache_${event.type}`, { reason: String(event.error) });
    },
  });
}
