export type DeploymentErrorCode =
  /** Nothing answers, or the connection broke. */
  | 'unreachable'
  /** Something answers that is no Maho Storefront. */
  | 'not_a_storefront'
  /** It answered with an error. */
  | 'refused';

/** A deployment that could not be asked, or that refused. */
export class DeploymentError extends Error {
  /** The deployment's own code, such as `unauthorized`; null where it gave none. */
  readonly answered: string | null;
  readonly status: number | null;

  constructor(
    readonly code: DeploymentErrorCode,
    message: string,
    options: { cause?: unknown; status?: number; answered?: string } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'DeploymentError';
    this.status = options.status ?? null;
    this.answered = options.answered ?? null;
  }

  get retryable(): boolean {
    return this.code === 'unreachable' || (this.status ?? 0) >= 500;
  }
}
