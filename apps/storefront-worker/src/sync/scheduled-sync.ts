import { NO_SWITCHES } from '@maho-storefront/sync-core';
import type { Environment } from '../environment.js';
import { platformClock } from '../platform/clock.js';
import { readSettings } from '../settings.js';
import { maxSlicesOf } from './slice-allowance.js';
import { driveRuns } from './sync-drive.js';
import { startSync } from './sync-start.js';
import { FULL_SYNC } from './sync-type.js';

/** The full sync of all stores that the cron trigger asks for; what it cannot finish goes on by alarm. */
export async function runScheduledSync(environment: Environment): Promise<void> {
  const settings = readSettings(environment);
  const now = platformClock.now();
  const order = { type: FULL_SYNC, store: null, trigger: 'schedule', switches: NO_SWITCHES } as const;
  const job = await startSync(environment, settings, order, now);
  await driveRuns({
    runs: job.runs,
    catalogOf: (store) => environment.STORE_CATALOG.getByName(store),
    clock: platformClock,
    until: now + settings.syncWaitMs,
    maxSlices: maxSlicesOf(settings.plan),
  });
}
