import { makeWorker } from '../worker.js';
import { call, type Isolate } from './worker-client.js';

/** A Worker's isolate: with its own memory, and with the data centre's cache in common with all others. */
export class ShopIsolate {
  readonly #worker: Isolate = makeWorker();

  /** @param pulseMemoMs how long the isolate believes a pulse. */
  constructor(
    private readonly content: KVNamespace,
    private readonly pulseMemoMs = 0,
  ) {}

  /** How a page is served, and what it says. */
  async visit(path: string): Promise<{ how: string | null; status: number; text: string }> {
    const { status, headers, text } = await call(path, {
      isolate: {
        fetch: (request, bindings, context) =>
          this.#worker.fetch(request, { ...bindings, CONTENT: this.content }, context),
      },
      origin: 'http://en.localhost',
      secret: null,
      variables: { PULSE_MEMO_MS: String(this.pulseMemoMs) },
    });
    return { how: headers.get('x-edge-cache'), status, text };
  }
}
