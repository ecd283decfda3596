import type { Miniflare } from 'miniflare';
import * as z from 'zod';

const keyList = z.object({ keys: z.array(z.string()) });

/** The HTTP API of a Worker in the local runtime, called with its secret. */
export class WorkerApi {
  readonly #miniflare: Pick<Miniflare, 'dispatchFetch'>;
  readonly #secret: string;

  constructor(miniflare: Pick<Miniflare, 'dispatchFetch'>, secret: string) {
    this.#miniflare = miniflare;
    this.#secret = secret;
  }

  /** The answer's body as JSON. @throws Error when it was refused or failed. */
  async call(method: string, path: string, headers: Record<string, string> = {}): Promise<unknown> {
    const response = await this.#miniflare.dispatchFetch(`http://worker.test${path}`, {
      method,
      headers: { ...headers, Authorization: `Bearer ${this.#secret}` },
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    throw new Error(`${method} ${path} of the Worker was answered ${response.status}: ${text.slice(0, 500)}`);
  }

  /** Names of all keys in KV with a prefix. */
  async keyNames(prefix: string): Promise<string[]> {
    return keyList.parse(await this.call('GET', `/cache/keys?prefix=${encodeURIComponent(prefix)}`)).keys;
  }

  /** A catalogue record as it is in KV. */
  record(key: string): Promise<unknown> {
    return this.call('GET', `/records?key=${encodeURIComponent(key)}`);
  }
}
