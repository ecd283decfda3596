import { type KeyWrite, writeBulk } from './bulk-write.js';
import type { KvApi } from './kv-api.js';
import type { KvApiError } from './kv-api-error.js';
import { MAX_BULK_KEYS } from './kv-api-limits.js';
import type { Platform } from './platform.js';

export interface WriteBufferOptions {
  api: KvApi;
  sleep: Platform['sleep'];
  /** How long the first write of a group waits for company. */
  lingerMs: number;
  /** Of the pairs of one request. */
  maxBytes: number;
}

interface Waiter {
  resolve: () => void;
  reject: (error: unknown) => void;
}

interface BufferedWrite {
  write: KeyWrite;
  bytes: number;
  waiters: Waiter[];
}

/**
 * Commits writes in groups. What comes while a request is on its way goes into the next one, so the more writes are
 * in flight, the fewer requests they cost. A write's promise settles when its own key has.
 *
 * One group is on its way at a time, and a group holds each key once: so two writes of one key can neither overtake
 * each other nor be in one request.
 */
export class WriteBuffer {
  readonly #options: WriteBufferOptions;
  #next = new Map<string, BufferedWrite>();
  #isPumping = false;

  constructor(options: WriteBufferOptions) {
    this.#options = options;
  }

  /** @throws KvApiError when Cloudflare does not take the key. */
  add(write: KeyWrite): Promise<void> {
    return new Promise((resolve, reject) => {
      // A write of the same key that has not been sent is overtaken by this one: KV never shows its value, as if it
      // had been there only for a moment.
      const overtaken = this.#next.get(write.key)?.waiters ?? [];
      const bytes = write.kind === 'put' ? byteLength(write.pair) : 0;
      this.#next.delete(write.key);
      this.#next.set(write.key, { write, bytes, waiters: [...overtaken, { resolve, reject }] });
      if (!this.#isPumping) this.#pump();
    });
  }

  async #pump(): Promise<void> {
    this.#isPumping = true;
    await this.#options.sleep(this.#options.lingerMs);
    while (this.#next.size > 0) await this.#send(this.#takeGroup());
    this.#isPumping = false;
  }

  /** The oldest writes that fit into one request of each kind. */
  #takeGroup(): Map<string, BufferedWrite> {
    const group = new Map<string, BufferedWrite>();
    let bytes = 0;
    for (const [key, buffered] of this.#next) {
      bytes += buffered.bytes + 1;
      if (group.size > 0 && (group.size === MAX_BULK_KEYS || bytes > this.#options.maxBytes)) break;
      group.set(key, buffered);
      this.#next.delete(key);
    }
    return group;
  }

  async #send(group: ReadonlyMap<string, BufferedWrite>): Promise<void> {
    const onSettled = (key: string, error: KvApiError | null) => settle(group.get(key), error);
    for (const kind of ['put', 'delete'] as const) {
      const writes = [...group.values()].map(({ write }) => write).filter((write) => write.kind === kind);
      try {
        if (writes.length > 0) await writeBulk(this.#options.api, kind, writes, onSettled);
      } catch (error) {
        // Nobody may wait for ever, whatever it was.
        for (const { key } of writes) settle(group.get(key), error);
      }
    }
  }
}

function settle(buffered: BufferedWrite | undefined, error: unknown): void {
  for (const { resolve, reject } of buffered?.waiters ?? []) {
    if (error === null) resolve();
    else reject(error);
  }
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
