import { makeApp } from '../app.js';
import { call } from './worker-client.js';

/** A Worker's isolate: with its own memory, and with the data centre's cache in common with all others. */
export class ShopIsolate {
  readonly #app = makeApp();

  constructor(private readonly content: KVNamespace) {}

  /** How a page is served, and what it says. */
  async visit(path: string): Promise<{ how: string | null; status: number; text: string }> {
    const { status, headers, text } = await call(path, {
      isolate: {
        fetch: (request, bindings, context) =>
          this.#app.fetch(request, { ...bindings, CONTENT: this.content }, context),
      },
      origin: 'http://en.localhost',
      secret: null,
      variables: { PULSE_MEMO_MS: '0' },
    });
    return { how: headers.get('x-edge-cache'), status, text };
  }
}
