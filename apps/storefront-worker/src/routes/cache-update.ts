import { parseKey } from '@maho-storefront/kv-schema';
import * as z from 'zod';
import { authorizedCall } from '../auth/authorized-call.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute } from '../http/route.js';
import { acceptedEdit } from '../key-edits/edit-refusal.js';
import { requireEditable } from '../key-edits/editable-keys.js';
import { storeOfKey } from '../key-edits/store-of-key.js';

const MIN_TTL_S = 60;
const MAX_TTL_S = 30 * 24 * 60 * 60;

const bodySchema = z.object({
  key: z.string().min(1),
  value: z.unknown().refine((value) => value !== undefined),
  ttl: z.number().int().min(MIN_TTL_S).max(MAX_TTL_S).optional(),
});

/**
 * `POST /cache/update {key, value, ttl?}`: puts another record under a key that the sync has written. After `ttl`
 * seconds, or as soon as the sync reads it anew, the backend's is there again.
 */
export function addCacheUpdateRoute(app: App): void {
  addRoute(app, 'POST', '/cache/update', async (context) => {
    const { access, body } = await authorizedCall(context);
    const { success, data } = bodySchema.safeParse(body);
    if (!success) {
      const message =
        'Send {"key": "en:product:chelsea-tee", "value": {…}, "ttl": 3600}; ttl is optional, in whole seconds ' +
        `from ${MIN_TTL_S} to ${MAX_TTL_S}.`;
      throw new RequestError(400, 'invalid_update', message);
    }
    const { key, value, ttl } = data;
    requireEditable(access, [key]);
    const parsed = parseKey(key);
    if (parsed === null) throw unknownKey(key);
    const catalog = context.env.STORE_CATALOG.getByName(storeOfKey(parsed));
    const outcome = await catalog.replaceKey(
      key,
      JSON.stringify(value),
      ttl === undefined ? null : ttl * 1_000,
    );
    if (outcome === null) throw unknownKey(key);
    return context.json({ updated: acceptedEdit<{ written: string }>(outcome).written, ttl: ttl ?? null });
  });
}

function unknownKey(key: string): RequestError {
  return new RequestError(404, 'unknown_key', `The sync has no key "${key}"; nothing was written.`);
}
