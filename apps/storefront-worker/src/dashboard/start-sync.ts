import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import { platformClock } from '../platform/clock.js';
import type { Settings } from '../settings.js';
import { startSync } from '../sync/sync-start.js';
import { readSwitches } from '../sync/sync-switches.js';
import { isById, syncTypeOf } from '../sync/sync-type.js';
import { driveUnattended } from '../sync/unattended-drive.js';

/**
 * Starts the sync that a form asks for; it goes on by itself.
 *
 * @throws RequestError for a form that asks for none, and whatever keeps a sync from beginning.
 */
export async function startSyncOf(
  form: URLSearchParams,
  environment: Environment,
  settings: Settings,
): Promise<void> {
  const name = form.get('type') ?? '';
  const type = syncTypeOf(name);
  if (type === null) throw new RequestError(400, 'unknown_sync_type', `There is no sync of "${name}".`);
  if (isById(type)) {
    const message = `A sync of "${name}" is of ids, which no form names. Call POST /sync/${name} with them.`;
    throw new RequestError(400, 'invalid_ids', message);
  }
  const store = form.get('store')?.trim() || null;
  const now = platformClock.now();
  const order = { type, store, trigger: 'request', switches: readSwitches(form, {}) } as const;
  const job = await startSync(environment, settings, order, now);
  await driveUnattended(environment, settings, job, job.runs);
}
