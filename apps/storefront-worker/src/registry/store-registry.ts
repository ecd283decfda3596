import type { StoreDefinition } from '@maho-storefront/kv-schema';
import type { Store } from '@maho-storefront/maho-client';
import { RequestError } from '../http/request-error.js';
import { readStoredRegistry } from './stored-registry.js';

/** A store view as the backend names it. */
export type ActiveStore = Pick<Store, 'code' | 'name' | 'locale'>;

/** Where the stores of a deployment may be named. */
export interface RegistrySources {
  kv: KVNamespace;
  /** The variable `STORES`, or null. */
  stores: readonly StoreDefinition[] | null;
  /** The backend's active store views; asked only where nothing else names the stores. */
  activeStores: () => Promise<readonly ActiveStore[]>;
}

/**
 * The stores to sync: those of the admin module in KV, else the variable's, else all that the backend has.
 *
 * @throws RequestError 503 if there is none or one that cannot be synced, MahoApiError of the backend.
 */
export async function readStoreRegistry(sources: RegistrySources): Promise<StoreDefinition[]> {
  const stores = await firstSource(sources);
  const problem = registryProblem(stores);
  if (problem !== null) throw new RequestError(503, 'registry_unusable', problem);
  return stores;
}

async function firstSource({ kv, stores, activeStores }: RegistrySources): Promise<StoreDefinition[]> {
  const stored = await readStoredRegistry(kv);
  if (stored !== null) return stored.map(({ secret: _secret, ...definition }) => definition);
  return stores === null ? (await activeStores()).map(fromBackend) : [...stores];
}

function fromBackend({ code, name, locale }: ActiveStore): StoreDefinition {
  return { code, name, url: '', ...(locale === undefined || locale === null ? {} : { locale }) };
}

/** Said before a run begins: a client of such a store cannot even be made. */
function registryProblem(stores: readonly StoreDefinition[]): string | null {
  if (stores.length === 0) return 'No store is known: name at least one in STORES.';
  const seen = new Set<string>();
  for (const { code, apiUrl } of stores) {
    if (!/^[\w-]+$/.test(code))
      return `"${code}" cannot be a store code: letters, digits, "_" and "-" can be in one.`;
    if (seen.has(code)) return `The store "${code}" is named twice.`;
    if (apiUrl !== undefined && !isHttpUrl(apiUrl))
      return `The apiUrl of the store "${code}" is no http(s) URL.`;
    seen.add(code);
  }
  return null;
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
