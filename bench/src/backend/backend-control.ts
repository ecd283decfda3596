import * as z from 'zod';

/** What the backend counted since the last reset. */
export interface BackendCounts {
  requests: number;
  highestInFlight: number;
}

const stats = z.object({ total: z.number(), highestInFlight: z.number() });

/** The controls of a demo backend that runs somewhere. */
export class BackendControl {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async setLatency(ms: number): Promise<void> {
    await this.#control('PUT', 'latency', { ms });
  }

  async resetCounts(): Promise<void> {
    await this.#control('POST', 'stats/reset');
  }

  async counts(): Promise<BackendCounts> {
    const { total, highestInFlight } = stats.parse(await this.#control('GET', 'stats'));
    return { requests: total, highestInFlight };
  }

  /** Changes the shop, as its owner would. @param edit `op` and its arguments. */
  async edit(edit: { op: string } & Record<string, unknown>): Promise<void> {
    await this.#control('POST', 'edit', edit);
  }

  async #control(method: string, name: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}/_control/${name}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response.json();
    throw new Error(`${method} /_control/${name} of the demo backend was answered ${response.status}.`);
  }
}
