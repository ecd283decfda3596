import { NO_SWITCHES } from '@maho-storefront/sync-core';
import type { Environment } from '../environment.js';
import { platformClock } from '../platform/clock.js';
import { readSettings, type Settings } from '../settings.js';
import { startSync } from './sync-start.js';
import { CHANGES_SYNC, FULL_SYNC, type SyncType } from './sync-type.js';
import { driveUnattended } from './unattended-drive.js';

/** Asks for the sync of all stores that a cron trigger stands for; nobody waits for it. */
export async function runScheduledSync(environment: Environment, cron: string): Promise<void> {
  const settings = readSettings(environment);
  const type = scheduledType(settings, cron);
  const order = { type, store: null, trigger: 'schedule', switches: NO_SWITCHES } as const;
  const job = await startSync(environment, settings, order, platformClock.now());
  await driveUnattended(environment, settings, job, job.runs);
}

/** A trigger that nobody has named is a full sync: that makes everything right, and costs little more. */
function scheduledType({ changesCron }: Settings, cron: string): SyncType {
  return cron === changesCron ? CHANGES_SYNC : FULL_SYNC;
}
