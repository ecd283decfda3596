import { NO_SWITCHES } from '@maho-storefront/sync-core';
import type { Environment } from '../environment.js';
import { platformClock } from '../platform/clock.js';
import { readSettings } from '../settings.js';
import { startSync } from './sync-start.js';
import { FULL_SYNC } from './sync-type.js';
import { driveUnattended } from './unattended-drive.js';

/** Asks for the sync of all stores that a cron trigger stands for; nobody waits for it. */
export async function runScheduledSync(environment: Environment): Promise<void> {
  const settings = readSettings(environment);
  const order = { type: FULL_SYNC, store: null, trigger: 'schedule', switches: NO_SWITCHES } as const;
  const job = await startSync(environment, settings, order, platformClock.now());
  await driveUnattended(environment, settings, job, job.runs);
}
