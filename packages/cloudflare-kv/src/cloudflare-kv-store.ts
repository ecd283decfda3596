import type { KeyPage, KvStore } from '@maho-storefront/sync-core';
import * as z from 'zod';
import { KvApi, type KvApiOptions } from './kv-api.js';
import { KvApiError } from './kv-api-error.js';
import { LIST_PAGE_SIZE, MAX_BULK_BYTES } from './kv-api-limits.js';
import { defaultPlatform, type Platform } from './platform.js';
import { ReadBuffer } from './read-buffer.js';
import { WriteBuffer } from './write-buffer.js';

export interface CloudflareKvStoreOptions extends KvApiOptions {
  /** How long the first operation of a group waits for company; 20 ms by default. */
  lingerMs?: number;
  /** Of one bulk write; see `MAX_BULK_BYTES`. A larger value goes by itself. */
  maxBulkBytes?: number;
  platform?: Partial<Platform>;
}

const LINGER_MS = 20;

const pageSchema = z.array(z.object({ name: z.string(), metadata: z.unknown() }));
const namespaceSchema = z.object({ title: z.string() });

/**
 * A KV namespace over Cloudflare's REST API, for a process outside of Cloudflare. Reads and writes go in bulk: have
 * many of them in flight, or each costs a request of its own. A write's promise resolves when Cloudflare has taken
 * that key, and not before.
 *
 * @example
 * const kv = new CloudflareKvStore({ accountId, namespaceId, apiToken });
 * await Promise.all(records.map(({ key, value }) => kv.put(key, value, {}))); // one request
 */
export class CloudflareKvStore implements KvStore {
  readonly #api: KvApi;
  readonly #writes: WriteBuffer;
  readonly #reads: ReadBuffer;

  constructor(options: CloudflareKvStoreOptions) {
    const { lingerMs = LINGER_MS, maxBulkBytes: maxBytes = MAX_BULK_BYTES, platform, ...rest } = options;
    const surroundings = { ...defaultPlatform(), ...platform };
    this.#api = new KvApi(rest, surroundings);
    this.#writes = new WriteBuffer({ api: this.#api, sleep: surroundings.sleep, lingerMs, maxBytes });
    this.#reads = new ReadBuffer(this.#api, surroundings.sleep, lingerMs);
  }

  /**
   * The namespace's title: shows that account, namespace and token belong together.
   *
   * @throws KvApiError when they do not.
   */
  async title(): Promise<string> {
    const { result } = await this.#api.request({ method: 'GET', path: '' });
    return parsed(result, namespaceSchema, 'namespace').title;
  }

  get(key: string): Promise<string | null> {
    return this.#reads.get(key);
  }

  put(key: string, value: string, metadata: object): Promise<void> {
    return this.#writes.add({ kind: 'put', key, pair: JSON.stringify({ key, value, metadata }) });
  }

  delete(key: string): Promise<void> {
    return this.#writes.add({ kind: 'delete', key });
  }

  async list(prefix: string, cursor: string | null): Promise<KeyPage> {
    const { result, result_info } = await this.#api.request({
      method: 'GET',
      path: '/keys',
      query: { prefix, limit: String(LIST_PAGE_SIZE), ...(cursor === null ? {} : { cursor }) },
    });
    const next = result_info?.cursor ?? '';
    return {
      keys: parsed(result, pageSchema, 'listing').map(({ name, metadata }) => ({
        name,
        metadata: metadata ?? null,
      })),
      cursor: next === '' ? null : next,
    };
  }
}

function parsed<Schema extends z.ZodType>(result: unknown, schema: Schema, what: string): z.output<Schema> {
  const answer = schema.safeParse(result);
  if (answer.success) return answer.data;
  throw new KvApiError('unreadable', `Cloudflare answered with something that is no ${what}`, {
    cause: answer.error,
  });
}
