export type DryRunErrorCode = 'busy' | 'interrupted';

/** A dry run that cannot tell what a sync would do, because a real one is at work. */
export class DryRunError extends Error {
  readonly retryable = true;

  constructor(
    readonly code: DryRunErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'DryRunError';
  }
}
