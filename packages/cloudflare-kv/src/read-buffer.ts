import * as z from 'zod';
import type { KvApi } from './kv-api.js';
import { KvApiError } from './kv-api-error.js';
import { MAX_BULK_READS } from './kv-api-limits.js';
import type { Platform } from './platform.js';

interface Waiter {
  resolve: (value: string | null) => void;
  reject: (error: unknown) => void;
}

const valuesSchema = z.object({ values: z.record(z.string(), z.string().nullable()) });

/**
 * Reads values in groups of up to 100. By the bulk request also a single one: its key is in the body, where nothing
 * decodes it, and not in the URL.
 */
export class ReadBuffer {
  readonly #api: KvApi;
  readonly #sleep: Platform['sleep'];
  readonly #lingerMs: number;
  #next = new Map<string, Waiter[]>();
  #isPumping = false;

  /** @param lingerMs how long the first read of a group waits for company. */
  constructor(api: KvApi, sleep: Platform['sleep'], lingerMs: number) {
    this.#api = api;
    this.#sleep = sleep;
    this.#lingerMs = lingerMs;
  }

  /** @throws KvApiError when Cloudflare does not tell. */
  get(key: string): Promise<string | null> {
    return new Promise((resolve, reject) => {
      this.#next.set(key, [...(this.#next.get(key) ?? []), { resolve, reject }]);
      if (!this.#isPumping) this.#pump();
    });
  }

  async #pump(): Promise<void> {
    this.#isPumping = true;
    await this.#sleep(this.#lingerMs);
    while (this.#next.size > 0) {
      const group = [...this.#next].slice(0, MAX_BULK_READS);
      for (const [key] of group) this.#next.delete(key);
      await this.#read(group);
    }
    this.#isPumping = false;
  }

  async #read(group: readonly [string, Waiter[]][]): Promise<void> {
    try {
      const values = await this.#values(group.map(([key]) => key));
      for (const [key, waiters] of group) for (const { resolve } of waiters) resolve(values.get(key) ?? null);
    } catch (error) {
      for (const [, waiters] of group) for (const { reject } of waiters) reject(error);
    }
  }

  async #values(keys: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const body = JSON.stringify({ keys, type: 'text' });
    const { result } = await this.#api.request({ method: 'POST', path: '/bulk/get', body });
    const read = valuesSchema.safeParse(result);
    if (read.success) return new Map(Object.entries(read.data.values));
    throw new KvApiError('unreadable', 'A bulk read was answered with something that holds no values', {
      cause: read.error,
    });
  }
}
