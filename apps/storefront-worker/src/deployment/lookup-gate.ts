import type { Defer } from '@maho-storefront/edge-cache';
import { logError } from '../log.js';
import { BackendBusyError } from './backend-busy-error.js';
import type { Admission, LookupKind } from './lookup-desk.js';

/** Whoever admits look-ups for the whole deployment; `DeploymentPulse`, over RPC. */
export interface LookupPermits {
  admitLookup(kind: LookupKind): Promise<Admission>;
  endLookup(id: string): Promise<void>;
}

export interface LookupGateOptions {
  /** Epoch milliseconds. */
  now: () => number;
  /** Lets an admission be given back after the answer. */
  defer: Defer;
}

/**
 * An isolate's way to the backend. What the deployment refuses stays refused here for as long as it said, so that a
 * flood of requests is no flood of questions either.
 */
export class LookupGate {
  readonly #closedUntil = new Map<LookupKind, number>();

  constructor(private readonly options: LookupGateOptions) {}

  /**
   * Runs `work`, one request to the backend after another, if the deployment has a look-up left.
   *
   * @throws BackendBusyError when it has not; `work` has not run then.
   */
  async run<Result>(permits: LookupPermits, kind: LookupKind, work: () => Promise<Result>): Promise<Result> {
    const closedForMs = (this.#closedUntil.get(kind) ?? 0) - this.options.now();
    if (closedForMs > 0) throw new BackendBusyError(kind, closedForMs);
    const admission = await permits.admitLookup(kind);
    if ('retryAfterMs' in admission) {
      this.#closedUntil.set(kind, this.options.now() + admission.retryAfterMs);
      throw new BackendBusyError(kind, admission.retryAfterMs);
    }
    try {
      return await work();
    } finally {
      this.options.defer(giveBack(permits, admission.id));
    }
  }
}

async function giveBack(permits: LookupPermits, id: string): Promise<void> {
  try {
    await permits.endLookup(id);
  } catch (error) {
    // It ends by itself.
    logError('lookup_not_ended', { reason: String(error) });
  }
}
