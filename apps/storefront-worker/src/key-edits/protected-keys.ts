import type { KvKey } from '@maho-storefront/kv-schema';

/** Keys that no one edits by hand: the pulses are made, the registry is the admin module's. */
export function isProtected(key: KvKey | null): boolean {
  return key?.type === 'pulse' || key?.type === 'deployment-pulse' || key?.type === 'stores';
}
