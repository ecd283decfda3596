import { parseKey } from '@maho-storefront/kv-schema';
import type { KeyRemoval } from '@maho-storefront/sync-core';
import type { Environment } from '../environment.js';
import { acceptedEdit } from './edit-refusal.js';
import { storeOfKey } from './store-of-key.js';

/**
 * Deletes keys: those of a store through its index, foreign ones straight from KV, where nothing reads them.
 *
 * @throws RequestError 400 before anything is deleted, if one of them may not be.
 */
export async function deleteKeys(environment: Environment, names: readonly string[]): Promise<KeyRemoval> {
  const ofStores = new Map<string, string[]>();
  const foreign: string[] = [];
  for (const name of new Set(names)) {
    const key = parseKey(name);
    if (key === null) foreign.push(name);
    else ofStores.set(storeOfKey(key), [...(ofStores.get(storeOfKey(key)) ?? []), name]);
  }
  const removal: KeyRemoval = { deleted: [], failed: [] };
  for (const [store, keys] of ofStores) {
    const removed = await environment.STORE_CATALOG.getByName(store).removeKeys(keys);
    if (removed === null) foreign.push(...keys);
    else add(removal, acceptedEdit<KeyRemoval>(removed));
  }
  for (const name of foreign) add(removal, await deleteForeignKey(environment.CONTENT, name));
  return removal;
}

function add(total: KeyRemoval, { deleted, failed }: KeyRemoval): void {
  total.deleted.push(...deleted);
  total.failed.push(...failed);
}

async function deleteForeignKey(kv: KVNamespace, name: string): Promise<KeyRemoval> {
  try {
    await kv.delete(name);
    return { deleted: [name], failed: [] };
  } catch (error) {
    return {
      deleted: [],
      failed: [{ key: name, reason: error instanceof Error ? error.message : String(error) }],
    };
  }
}
