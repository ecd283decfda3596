import { waitUntil } from 'cloudflare:workers';
import { type MemoizedPulse, memoPulse } from '@maho-storefront/edge-cache';
import { CatalogReader } from '@maho-storefront/kv-schema';
import { platformClock } from '../platform/clock.js';
import type { Settings } from '../settings.js';
import { storeInCacheName } from './cache-name.js';
import { pulseOf } from './kv-pulse.js';

/** The pulse of each store as this isolate believes it, by the name that the page cache has for the store. */
export function isolatePulse(kv: KVNamespace, { pulseMemoMs }: Pick<Settings, 'pulseMemoMs'>): MemoizedPulse {
  const readPulse = async (name: string) => {
    const record = await new CatalogReader(kv, storeInCacheName(name)).pulse();
    return record && pulseOf(record);
  };
  return memoPulse(readPulse, { memoMs: pulseMemoMs, clock: platformClock, defer: waitUntil });
}
