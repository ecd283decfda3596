import type { z } from 'zod';
import { MahoInvalidResponseError } from '../errors/maho-invalid-response-error.js';
import type { Page } from '../paging/page.js';
import { readPage } from '../paging/page-reader.js';
import { askedPage } from '../paging/page-size.js';
import { firstProblem } from '../paging/schema-problem.js';
import type { JsonAnswer } from '../transport/json-attempt.js';
import type { JsonCall, JsonTransport } from '../transport/json-transport.js';
import { type Shopper, shopperHeaders } from './shopper.js';

/** A call without what the shopper adds to it. */
export type ShopCall = Omit<JsonCall, 'signal'>;

/** How shoppers are told apart. */
export interface ShopCallerSettings {
  /** Names of the headers that carry a shopper's address. */
  readonly addressHeaders: readonly string[];
  /** Whether the web server's own password takes the header that a customer's token needs. */
  readonly usesBasicAuth: boolean;
}

/** Makes calls on behalf of shoppers and reads what comes back. */
export class ShopCaller {
  readonly #transport: JsonTransport;
  readonly #settings: ShopCallerSettings;

  constructor(transport: JsonTransport, settings: ShopCallerSettings) {
    this.#transport = transport;
    this.#settings = settings;
  }

  /** @throws MahoInvalidResponseError if the answer is not of the promised shape. */
  async answer<Answer>(call: ShopCall, schema: z.ZodType<Answer>, shopper: Shopper): Promise<Answer> {
    const answer = await this.#send(call, shopper);
    const parsed = schema.safeParse(answer.json);
    if (parsed.success) return parsed.data;
    throw new MahoInvalidResponseError(firstProblem(parsed.error), { ...answer.context, retryable: false });
  }

  /** A page of a collection; members that `schema` cannot read are in `rejected`. */
  async page<Item>(call: ShopCall, schema: z.ZodType<Item>, shopper: Shopper): Promise<Page<Item>> {
    const answer = await this.#send(call, shopper);
    return readPage(answer, schema, askedPage(call.path, call.query)).page;
  }

  /** For calls whose answer says no more than its status. */
  async done(call: ShopCall, shopper: Shopper): Promise<void> {
    await this.#send(call, shopper);
  }

  #send(call: ShopCall, shopper: Shopper): Promise<JsonAnswer> {
    const { headers, ...rest } = call;
    const { addressHeaders, usesBasicAuth } = this.#settings;
    if (usesBasicAuth && shopper.token !== undefined) {
      throw new TypeError(
        "basicAuth and a customer's token are both sent as Authorization: protect the backend by workerAuth instead",
      );
    }
    return this.#transport.send({
      ...rest,
      headers: { ...headers, ...shopperHeaders(shopper, addressHeaders) },
      signal: shopper.signal,
    });
  }
}
