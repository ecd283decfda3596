import type { KvKey } from '@maho-storefront/kv-schema';

/** The store a key belongs to; '' for what belongs to the deployment. */
export function storeOfKey(key: KvKey): string {
  return 'store' in key ? key.store : '';
}
