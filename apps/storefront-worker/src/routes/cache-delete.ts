import type { Plan } from '@maho-storefront/sync-core';
import * as z from 'zod';
import { authorizedCall } from '../auth/authorized-call.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute } from '../http/route.js';
import { deleteKeys } from '../key-edits/delete-keys.js';
import { requireEditable } from '../key-edits/editable-keys.js';

/**
 * Each key is an operation of the object that deletes it, or of this Worker. An invocation has 50 on the free plan and
 * 1,000 on the paid one (https://developers.cloudflare.com/workers/platform/limits/#subrequests); the rest is for
 * deletes that are tried again, and for the pulse.
 */
const MAX_KEYS: Readonly<Record<Plan, number>> = { free: 20, paid: 500 };

const keysSchema = z.array(z.string().min(1)).min(1);

/** `POST /cache/delete {keys}`: deletes keys; the sync writes those again that belong to something. */
export function addCacheDeleteRoute(app: App): void {
  addRoute(app, 'POST', '/cache/delete', async (context) => {
    const { access, body, settings } = await authorizedCall(context);
    const keys = readKeys(body.keys, MAX_KEYS[settings.plan]);
    requireEditable(access, keys);
    const { deleted, failed } = await deleteKeys(context.env, keys);
    if (failed.length === 0) return context.json({ deleted: deleted.length, keys: deleted });
    const message = `${failed.length} of ${keys.length} keys could not be deleted: ${failed[0]?.reason ?? ''}`;
    return context.json(
      { error: 'delete_failed', message, deleted: deleted.length, keys: deleted, failed },
      502,
    );
  });
}

function readKeys(given: unknown, most: number): string[] {
  const { success, data } = keysSchema.max(most).safeParse(given);
  if (success) return data;
  const message = `Send {"keys": ["en:product:chelsea-tee", …]}, 1 to ${most} names of keys. Nothing was deleted.`;
  throw new RequestError(400, 'invalid_keys', message);
}
