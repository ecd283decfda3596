import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import { LeasedLimiter } from '../deployment/leased-limiter.js';
import { NamespaceKvStore } from '../platform/namespace-kv-store.js';

interface Crash {
  at: number;
  /** Whether the call is still made. */
  moment: 'before' | 'after';
  state: DurableObjectState;
}

/** Counts backend requests and KV operations of a store's Durable Object, and can end its process at one of them. */
export class PortCalls {
  count = 0;
  #crash: Crash | null = null;

  /** Counts from here on, until mocks are restored. */
  static watch(): PortCalls {
    const calls = new PortCalls();
    const { get, put, delete: remove, list } = NamespaceKvStore.prototype;
    const { run } = LeasedLimiter.prototype;
    const kv = NamespaceKvStore.prototype;
    vi.spyOn(kv, 'get').mockImplementation(function (this: NamespaceKvStore, ...args) {
      return calls.#around(() => get.apply(this, args));
    });
    vi.spyOn(kv, 'put').mockImplementation(function (this: NamespaceKvStore, ...args) {
      return calls.#around(() => put.apply(this, args));
    });
    vi.spyOn(kv, 'delete').mockImplementation(function (this: NamespaceKvStore, ...args) {
      return calls.#around(() => remove.apply(this, args));
    });
    vi.spyOn(kv, 'list').mockImplementation(function (this: NamespaceKvStore, ...args) {
      return calls.#around(() => list.apply(this, args));
    });
    vi.spyOn(LeasedLimiter.prototype, 'run').mockImplementation(function (this: LeasedLimiter, ...args) {
      return calls.#around(() => run.apply(this, args));
    });
    return calls;
  }

  /**
   * Ends the process of a store's Durable Object at a call, counted from here: what it has not made durable is lost,
   * and who has called it gets an error.
   */
  async crashAt(at: number, moment: Crash['moment'], store: string): Promise<void> {
    this.count = 0;
    await runInDurableObject(env.STORE_CATALOG.getByName(store), (_, state) => {
      this.#crash = { at, moment, state };
    });
  }

  /** Whether the crash is still to come. */
  get isCrashAhead(): boolean {
    return this.#crash !== null;
  }

  async #around<Result>(call: () => Promise<Result>): Promise<Result> {
    this.count += 1;
    const crash = this.#crash?.at === this.count ? this.#crash : null;
    if (crash?.moment === 'before') return this.#end(crash);
    try {
      return await call();
    } finally {
      if (crash !== null) await this.#end(crash);
    }
  }

  #end({ state }: Crash): Promise<never> {
    this.#crash = null;
    state.abort('The process has ended.');
    return new Promise(() => undefined);
  }
}
