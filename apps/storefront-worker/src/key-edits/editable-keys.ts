import { parseKey, storePrefix } from '@maho-storefront/kv-schema';
import type { Access } from '../auth/access.js';
import { RequestError } from '../http/request-error.js';
import { isProtected } from './protected-keys.js';

/**
 * Lets a caller edit these keys, or throws.
 *
 * @throws RequestError 400 for a pulse or the registry, 403 for a key of another store than the caller's secret is for.
 */
export function requireEditable(access: Access, names: readonly string[]): void {
  for (const name of names) {
    if (isProtected(parseKey(name))) {
      throw new RequestError(
        400,
        'protected_key',
        `"${name}" cannot be edited by hand; nothing was changed.`,
      );
    }
    if (access.scope === 'store' && !name.startsWith(storePrefix(access.store))) {
      const reason = `"${name}" is no key of store "${access.store}", which this secret is for; nothing was changed.`;
      throw new RequestError(403, 'other_store', reason);
    }
  }
}
