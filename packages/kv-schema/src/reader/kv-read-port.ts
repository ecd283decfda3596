/** How the reader asks KV: always as text, so that one broken value is absent instead of failing the call. */
export interface KvReadOptions {
  type: 'text';
  /** Seconds an edge location may answer from its own copy. */
  cacheTtl?: number;
}

/** A value with its metadata; both null where the key is missing. */
export interface KvEntry {
  value: unknown;
  metadata: unknown;
}

/**
 * What the reader needs of KV; a Cloudflare `KVNamespace` is one as it is.
 *
 * Missing keys give null, or are left out of the map. With `getWithMetadata` the reader also knows each record's
 * content hash and refuses record versions that this code cannot read; it then calls nothing else.
 */
export interface KvReadPort {
  get(key: string, options: KvReadOptions): Promise<unknown>;
  /** At most 100 keys. */
  get(keys: string[], options: KvReadOptions): Promise<Map<string, unknown>>;
  getWithMetadata?: {
    (key: string, options: KvReadOptions): Promise<KvEntry>;
    (keys: string[], options: KvReadOptions): Promise<Map<string, KvEntry | null>>;
  };
}
