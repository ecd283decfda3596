import type { FetchLike } from '@maho-storefront/maho-client';
import * as z from 'zod';
import type { PaymentAdapter, PaymentIntent, PaymentState, StartedPayment } from './payment-adapter.js';
import { PaymentError } from './payment-error.js';

/** A shopper waits. */
const TIMEOUT_MS = 10_000;

export interface HostedPageSettings {
  /** Address of the service, without a slash at its end. */
  readonly url: string;
  readonly secret: string;
  readonly methods: readonly string[];
}

const started = z.object({ id: z.string().min(1).max(200), page: z.url({ protocol: /^https?$/ }) });

const found = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('refused') }),
  z.object({
    state: z.literal('authorised'),
    amount: z.number(),
    currency: z.string(),
    data: z.record(z.string(), z.string()).default({}),
  }),
]);

/**
 * A payment page behind three calls, all with `Authorization: Bearer <secret>` and JSON:
 *
 * - `POST /payments` `{reference, amount, currency, email, returnUrl}` → `{id, page}`
 * - `GET /payments/{id}` → `{state: "open" | "refused"}` or `{state: "authorised", amount, currency, data?}`
 * - `POST /payments/{id}/cancel` → `{}`
 *
 * What a shop's agency puts in front of a provider that speaks otherwise; the stand-in in `testing/payment-page.ts`
 * is one.
 */
export class HostedPage implements PaymentAdapter {
  readonly methods: readonly string[];
  readonly origins: readonly string[];
  readonly #url: string;
  readonly #secret: string;
  readonly #fetch: FetchLike;

  constructor(
    { url, secret, methods }: HostedPageSettings,
    send: FetchLike = (address, init) => fetch(address, init),
  ) {
    this.methods = methods;
    this.origins = [new URL(url).origin];
    this.#url = url;
    this.#secret = secret;
    this.#fetch = send;
  }

  begin(intent: PaymentIntent): Promise<StartedPayment> {
    return this.#call('POST', '/payments', started, intent);
  }

  async state(id: string): Promise<PaymentState> {
    const answer = await this.#call('GET', `/payments/${encodeURIComponent(id)}`, found);
    if (answer.state !== 'authorised') return { kind: answer.state };
    const { amount, currency, data } = answer;
    return { kind: 'authorised', amount, currency, data };
  }

  async cancel(id: string): Promise<void> {
    await this.#call('POST', `/payments/${encodeURIComponent(id)}/cancel`, z.unknown());
  }

  async #call<Answer>(
    method: 'GET' | 'POST',
    path: string,
    schema: z.ZodType<Answer>,
    body?: unknown,
  ): Promise<Answer> {
    const where = `${method} ${this.#url}${path}`;
    const json = await this.#json(where, method, path, body);
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    throw new PaymentError(`${where} answered what is not promised: ${z.prettifyError(parsed.error)}`);
  }

  async #json(where: string, method: string, path: string, body: unknown): Promise<unknown> {
    try {
      const response = await this.#fetch(this.#url + path, {
        method,
        headers: { Authorization: `Bearer ${this.#secret}`, 'Content-Type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return await response.json();
      await response.body?.cancel();
      throw new PaymentError(`${where} answered ${response.status}`);
    } catch (error) {
      if (error instanceof PaymentError) throw error;
      throw new PaymentError(`${where} failed`, { cause: error });
    }
  }
}
