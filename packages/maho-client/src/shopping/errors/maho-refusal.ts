import { MahoApiError, type MahoErrorContext } from '../../errors/maho-api-error.js';
import type { RefusalReason } from './refusal-reason.js';

/** What a refusal says beside its context. */
export interface RefusalDetails {
  readonly reason: RefusalReason;
  readonly said: string;
  readonly fields?: readonly string[] | undefined;
}

/**
 * Maho understood the request and will not do it, for a reason that the shopper can do something about.
 *
 * Nothing has changed: the cart is as it was. Decide by `reason`; `said` is Maho's own sentence, in the store's
 * language or in English, as plain text.
 */
export class MahoRefusal extends MahoApiError {
  override readonly name = 'MahoRefusal';
  readonly code = 'refused';
  readonly retryable = false;
  readonly reason: RefusalReason;
  /** Plain text: escape it as any other. */
  readonly said: string;
  /** Fields that are missing or wrong, by the names they are sent under; titles, for options of a product. */
  readonly fields: readonly string[];

  constructor({ reason, said, fields = [] }: RefusalDetails, context: MahoErrorContext) {
    super(`Maho refuses (${reason}): ${said}`, context, 'Tell the shopper; asking again changes nothing.');
    this.reason = reason;
    this.said = said;
    this.fields = fields;
  }
}
