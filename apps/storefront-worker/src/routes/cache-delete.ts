import * as z from 'zod';
import { authorizedCall } from '../auth/authorized-call.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute } from '../http/route.js';
import { deleteKeys } from '../key-edits/delete-keys.js';
import { requireEditable } from '../key-edits/editable-keys.js';

/** As many as an object deletes in one call, within the operations of an invocation. */
const MAX_KEYS = 500;

const bodySchema = z.object({ keys: z.array(z.string().min(1)).min(1).max(MAX_KEYS) });

/** `POST /cache/delete {keys}`: deletes keys; the sync writes those again that belong to something. */
export function addCacheDeleteRoute(app: App): void {
  addRoute(app, 'POST', '/cache/delete', async (context) => {
    const { access, body } = await authorizedCall(context);
    const { success, data } = bodySchema.safeParse(body);
    if (!success) {
      const message = `Send {"keys": ["en:product:chelsea-tee", …]}, 1 to ${MAX_KEYS} names of keys.`;
      throw new RequestError(400, 'invalid_keys', message);
    }
    requireEditable(access, data.keys);
    const { deleted, failed } = await deleteKeys(context.env, data.keys);
    if (failed.length === 0) return context.json({ deleted: deleted.length, keys: deleted });
    const message = `${failed.length} of ${data.keys.length} keys could not be deleted: ${failed[0]?.reason ?? ''}`;
    return context.json(
      { error: 'delete_failed', message, deleted: deleted.length, keys: deleted, failed },
      502,
    );
  });
}
