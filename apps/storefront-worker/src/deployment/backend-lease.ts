import { logError } from '../log.js';
import type { WorkerClock } from '../platform/clock.js';
import { BACKEND_PERMITS, LEASE_TTL_MS } from './permit-ledger.js';

/** Whoever hands out backend permits; `DeploymentPulse`, over RPC. */
export interface PermitSource {
  lease(holder: string, want: number): Promise<number>;
  renew(holder: string): Promise<boolean>;
  release(holder: string): Promise<void>;
}

export interface LeaseOptions {
  permits: PermitSource;
  /** Names who holds them; two holders of one name would share a lease. */
  holder: string;
  /** 6 by default. */
  want?: number;
  clock: WorkerClock;
}

/** Asking is a subrequest, of which the free plan has 50 in an invocation. */
const ATTEMPTS = 8;
const ATTEMPT_INTERVAL_MS = 500;
const RENEWAL_MS = LEASE_TTL_MS / 3;

/**
 * Runs `work` with the number of backend requests it may have in flight, and gives the permits back after it.
 *
 * @returns null when no permit became free within about four seconds; `work` has not run then.
 */
export async function withBackendLease<Result>(
  options: LeaseOptions,
  work: (granted: number) => Promise<Result>,
): Promise<Result | null> {
  const { permits, holder } = options;
  const granted = await acquire(options);
  if (granted === 0) {
    await permits.release(holder);
    return null;
  }
  const end = new AbortController();
  const renewal = keepRenewing(options, end.signal);
  try {
    return await work(granted);
  } finally {
    end.abort();
    await renewal;
    await permits.release(holder);
  }
}

async function acquire({ permits, holder, clock, want = BACKEND_PERMITS }: LeaseOptions): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const granted = await permits.lease(holder, want);
    if (granted > 0 || attempt === ATTEMPTS) return granted;
    await clock.sleep(ATTEMPT_INTERVAL_MS);
  }
}

/** A slice may outlast a lease: its last request may be one that the backend lets wait. */
async function keepRenewing({ permits, holder, clock }: LeaseOptions, signal: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await clock.sleep(RENEWAL_MS, signal);
      await permits.renew(holder);
    }
  } catch (error) {
    // The work goes on: it is bounded all the same, and at worst the permits are handed out a little early.
    if (!signal.aborted) logError('lease_not_renewed', { holder, reason: String(error) });
  }
}
