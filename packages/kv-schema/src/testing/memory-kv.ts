import type { KvEntry, KvReadOptions, KvReadPort } from '../reader/kv-read-port.js';

/** A port over a map that writes down every call it got; values are texts, as in KV. */
export class MemoryKv implements KvReadPort {
  readonly calls: { keys: string | string[]; options: KvReadOptions }[] = [];

  constructor(readonly values: ReadonlyMap<string, string>) {}

  get(key: string, options: KvReadOptions): Promise<unknown>;
  get(keys: string[], options: KvReadOptions): Promise<Map<string, unknown>>;
  async get(keys: string | string[], options: KvReadOptions): Promise<unknown> {
    this.calls.push({ keys, options });
    if (typeof keys === 'string') return this.values.get(keys) ?? null;
    return new Map(keys.map((key) => [key, this.values.get(key) ?? null]));
  }
}

/** The same with metadata: one object for every key that is there. */
export class MemoryKvWithMetadata extends MemoryKv {
  constructor(
    values: ReadonlyMap<string, string>,
    readonly metadata: ReadonlyMap<string, unknown>,
  ) {
    super(values);
  }

  getWithMetadata(key: string, options: KvReadOptions): Promise<KvEntry>;
  getWithMetadata(keys: string[], options: KvReadOptions): Promise<Map<string, KvEntry | null>>;
  async getWithMetadata(
    keys: string | string[],
    options: KvReadOptions,
  ): Promise<KvEntry | Map<string, KvEntry | null>> {
    this.calls.push({ keys, options });
    if (typeof keys === 'string') return this.#entry(keys) ?? { value: null, metadata: null };
    return new Map(keys.map((key) => [key, this.#entry(key)]));
  }

  #entry(key: string): KvEntry | null {
    const value = this.values.get(key);
    return value === undefined ? null : { value, metadata: this.metadata.get(key) ?? null };
  }
}
