import { abortableSleep, type Sleep } from '@maho-storefront/maho-client';

/** Time as this Worker's parts see it. */
export interface WorkerClock {
  /** Epoch milliseconds. */
  now(): number;
  sleep: Sleep;
}

/** The platform's own. */
export const platformClock: WorkerClock = { now: () => Date.now(), sleep: abortableSleep };
