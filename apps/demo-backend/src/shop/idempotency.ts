import type { Clock } from '../clock.js';
import { ApiError, badRequest } from '../http/api-error.js';

const KEY = /^[A-Za-z0-9_-]{1,255}$/;
const KEPT_MS = 24 * 3600 * 1000;

interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly at: number;
}

/** Answers that are given again to whoever asks with the same key: customers only, for a day. */
export class IdempotentAnswers {
  readonly #now: Clock;
  readonly #kept = new Map<string, KeptAnswer>();
  /** Keys of requests that are under way. */
  readonly #held = new Set<string>();

  constructor(now: Clock) {
    this.#now = now;
  }

  /**
   * The answer of `make`, or the one that it had for this key before. Throws ApiError 400 for a key that is none, and 409
   * for one that another request holds.
   */
  async answer(key: string, owner: string, make: () => Promise<Response>): Promise<Response> {
    if (!KEY.test(key)) throw badRequest('Invalid X-Idempotency-Key');
    const held = `${owner} ${key}`;
    const kept = this.#kept.get(held);
    if (kept !== undefined && this.#now() - kept.at < KEPT_MS) {
      const headers = { ...kept.headers, 'X-Idempotency-Replayed': 'true' };
      return new Response(kept.body, { status: kept.status, headers });
    }
    if (this.#held.has(held))
      throw new ApiError(409, 'A request with this idempotency key is already being processed');
    this.#held.add(held);
    try {
      const answer = await make();
      const body = answer.body === null ? null : await answer.text();
      const headers = Object.fromEntries(answer.headers);
      if (answer.ok) this.#kept.set(held, { status: answer.status, headers, body, at: this.#now() });
      return new Response(body, { status: answer.status, headers });
    } finally {
      this.#held.delete(held);
    }
  }
}
