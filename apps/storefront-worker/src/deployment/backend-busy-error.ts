import type { LookupKind } from './lookup-desk.js';

/** The backend gets as many look-ups from pages as it may get; a little later there is room again. */
export class BackendBusyError extends Error {
  readonly code = 'backend_busy';
  readonly retryable = true;
  /** Whole seconds, at least one. */
  readonly retryAfterS: number;

  constructor(kind: LookupKind, retryAfterMs: number) {
    const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
    super(`The shop is asked for too much at once (${kind}). Try again in ${seconds} s.`);
    this.name = 'BackendBusyError';
    this.retryAfterS = seconds;
  }
}
