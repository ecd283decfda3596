/** A key as a listing shows it. */
export interface ListedKey {
  name: string;
  /** Whatever stands there: other software may have written it. */
  metadata: unknown;
}

export interface KeyPage {
  keys: ListedKey[];
  /** Null on the last page. */
  cursor: string | null;
}

/** The key-value store a sync writes: eventually consistent, one value per key. */
export interface KvStore {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, metadata: object): Promise<void>;
  delete(key: string): Promise<void>;
  /** Keys with the prefix, ascending by their UTF-8 bytes, at most 1,000 a page. */
  list(prefix: string, cursor: string | null): Promise<KeyPage>;
}
