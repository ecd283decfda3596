import { contentHash } from '@maho-storefront/kv-schema';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { SETTLED } from '../writing/settled.js';

const REGISTRY_KEY = '_stores';

/**
 * Counts the public part of the store registry into the store's pulse: a page may show any of it, and it is
 * written by others.
 */
export async function noteRegistry(
  index: CatalogIndex,
  registry: readonly object[],
  now: number,
): Promise<void> {
  const hash = await contentHash(registry);
  const known = index.get('records', [REGISTRY_KEY]);
  if (known?.hash === hash) return;
  index.transaction(() => {
    if (!index.get('pending', [REGISTRY_KEY])) {
      index.put('pending', { key: REGISTRY_KEY, publishedHash: known?.hash ?? '' });
    }
    index.put('records', {
      key: REGISTRY_KEY,
      type: 'stores',
      entityId: 0,
      hash,
      settled: SETTLED.yes,
      settledAt: now,
      suspect: 0,
    });
  });
}
