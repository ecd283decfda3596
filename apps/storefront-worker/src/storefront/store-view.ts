import { CatalogReader } from '@maho-storefront/kv-schema';
import type { Environment } from '../environment.js';
import type { StoreView } from '../store-views/subject-paths.js';

/**
 * A store view as its KV and its index know it.
 *
 * @param reader by which its records are read; one that takes nothing down where it is not given.
 */
export function storeView(
  environment: Environment,
  code: string,
  reader = new CatalogReader(environment.CONTENT, code),
): StoreView {
  return { reader, slugsOf: async (ids) => environment.STORE_CATALOG.getByName(code).slugs(ids) };
}
