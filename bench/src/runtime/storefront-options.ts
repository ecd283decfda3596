import type { convertV4MiniflareOptions } from 'miniflare';
import { STORE } from '../backend/shop-store.ts';
import type { WorkerFiles } from './worker-files.ts';

/** One Worker as Miniflare takes it among others. */
export type WorkerOptions = Extract<
  Parameters<typeof convertV4MiniflareOptions>[0],
  { workers: unknown }
>['workers'][number];

/** The built Worker in a deployment of one store. */
export interface StorefrontDeployment {
  name: string;
  files: WorkerFiles;
  backendUrl: string;
  secret: string;
  /** The store's own address; without it every host shows the store. */
  storeUrl?: string;
  variables?: Record<string, string>;
}

/** What the local runtime needs to know of the built Worker: a paid plan's, in production. */
export function storefrontOptions(deployment: StorefrontDeployment): WorkerOptions {
  const { name, files, backendUrl, secret, storeUrl, variables = {} } = deployment;
  return {
    name,
    modules: true,
    script: files.script,
    compatibilityDate: files.compatibilityDate,
    kvNamespaces: ['CONTENT'],
    durableObjects: Object.fromEntries(
      [...files.objectClasses].map(([binding, className]) => [binding, { className, useSQLite: true }]),
    ),
    workflows: { SYNC_WORKFLOW: { name: 'sync', className: 'SyncWorkflow' } },
    bindings: {
      MAHO_API_URL: backendUrl,
      SYNC_SECRET: secret,
      STORES: JSON.stringify([{ code: STORE, ...(storeUrl === undefined ? {} : { url: storeUrl }) }]),
      ENVIRONMENT: 'production',
      PLAN: 'paid',
      ...variables,
    },
  };
}
