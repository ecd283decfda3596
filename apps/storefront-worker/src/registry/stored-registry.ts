import { keys, parseRecord, type StoreRegistry } from '@maho-storefront/kv-schema';
import { RequestError } from '../http/request-error.js';

/**
 * The registry that the admin module keeps in KV, or null where there is none or an empty one.
 *
 * @throws RequestError 503 if it cannot be read: to go on without it would sync other stores than are wanted.
 */
export async function readStoredRegistry(kv: KVNamespace): Promise<StoreRegistry | null> {
  const text = await kv.get(keys.stores, 'text');
  if (text === null) return null;
  const registry = parseRecord('stores', text);
  if (registry === null) {
    throw new RequestError(
      503,
      'registry_unreadable',
      `The KV key ${keys.stores} is no list of stores. Save the stores in the shop’s storefront settings again, or delete the key.`,
    );
  }
  return registry.length === 0 ? null : registry;
}

/** A store's own sync secret, or null where it has none. */
export async function storeSecret(kv: KVNamespace, store: string): Promise<string | null> {
  const registry = await readStoredRegistry(kv);
  return registry?.find(({ code }) => code === store)?.secret ?? null;
}
