import type { Plan } from '@maho-storefront/sync-core';
import type { PublicStore } from '../registry/public-store.js';

/**
 * What a store's catalogue is synced by. It is kept, so that an alarm knows it too; secrets are not part of it.
 */
export interface StoreSetup {
  store: string;
  /** The shop or its API; http(s). */
  backendUrl: string;
  /** All stores of the deployment. */
  registry: PublicStore[];
  plan: Plan;
  pulseOnEverySync: boolean;
}
