import type { KeptConnection } from '../load/kept-connection.ts';
import { type BackendCall, filledIn } from './backend-call.ts';
import { namesIn } from './given-names.ts';

/** A shopper without a storefront: sends what the Worker would send for them, straight to the backend. */
export class BackendCaller {
  readonly #connection: KeptConnection;
  readonly #given = new Map<string, string>();

  /** @param connection to the backend; whoever opened it closes it. */
  constructor(connection: KeptConnection) {
    this.#connection = connection;
  }

  /** One after another; how many ms they took together. @throws Error for a call that is refused. */
  async send(calls: readonly BackendCall[]): Promise<number> {
    let ms = 0;
    for (const call of calls) {
      const received = await this.#connection.send(filledIn(call, this.#given));
      ms += received.ms;
      if (received.status >= 300) {
        const { method, target } = call;
        throw new Error(`${method} ${target}: ${received.status} ${received.text.slice(0, 300)}`);
      }
      for (const [place, name] of namesIn(JSON.parse(received.text))) this.#given.set(place, name);
    }
    return ms;
  }
}
