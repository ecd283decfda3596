import { storePrefix } from '../keys/key-builder.js';
import type { KvKey, KvKeyType } from '../keys/kv-key.js';
import { isReadableVersion, parseMetadata } from '../metadata.js';
import type { ProductRecord } from '../records/product.js';
import { parseRecord, type RecordMap } from '../serialize.js';
import { BatchedReads } from './batched-reads.js';
import { iterateProducts } from './iterate-products.js';
import type { KvEntry, KvReadPort } from './kv-read-port.js';
import { reachableKey } from './reachable-key.js';
import { isRecordOf, type RecordMemory } from './record-memory.js';

/** What KV answered for one key: `hash` is the record's content hash (32 hex), null where KV gave none. */
export interface KeyRead {
  found: boolean;
  hash: string | null;
}

/** Options of a {@link CatalogReader}. */
export interface CatalogReaderOptions {
  /** Told of every key a record was looked for under, misses included; the pulse, which no page shows, is not. */
  onRead?: (key: string, read: KeyRead) => void;
  /** Where records come from that were read before, and where those go that are read now. */
  memory?: RecordMemory;
  /** Seconds an edge location may answer from its own copy; KV's own default where it is not given. */
  cacheTtl?: number;
}

/**
 * Typed reads of one store's catalogue.
 *
 * Every read gives null for what is missing and for what this code cannot understand: broken JSON, a value its
 * schema refuses, a record version neither current nor the one before. Errors of KV itself pass through.
 * Records that are asked for in one go (`Promise.all`) are one read of KV.
 * @example const product = await new CatalogReader(env.CONTENT, 'en').product('chelsea-tee')
 */
export class CatalogReader {
  readonly #store: string;
  readonly #onRead: CatalogReaderOptions['onRead'];
  readonly #memory: RecordMemory | undefined;
  readonly #entries: BatchedReads;

  /** @throws KeyPartError if the store code is empty. */
  constructor(kv: KvReadPort, store: string, { onRead, memory, cacheTtl }: CatalogReaderOptions = {}) {
    storePrefix(store);
    this.#store = store;
    this.#onRead = onRead;
    this.#memory = memory;
    this.#entries = new BatchedReads(
      kv,
      cacheTtl === undefined ? { type: 'text' } : { type: 'text', cacheTtl },
    );
  }

  /** The store's configuration. */
  config(): Promise<RecordMap['config'] | null> {
    return this.#record('config', { type: 'config', store: this.#store });
  }

  /** The active category tree, all levels. */
  categories(): Promise<RecordMap['categories'] | null> {
    return this.#record('categories', { type: 'categories', store: this.#store });
  }

  /** What the layout of every page shows of the tree. */
  menu(): Promise<RecordMap['menu'] | null> {
    return this.#record('menu', { type: 'menu', store: this.#store });
  }

  /** Where every active category lives; finds those that the menu does not show. */
  categoryPaths(): Promise<RecordMap['category-paths'] | null> {
    return this.#record('category-paths', { type: 'category-paths', store: this.#store });
  }

  /** One category in full. */
  category(id: number): Promise<RecordMap['category'] | null> {
    return this.#record('category', { type: 'category', store: this.#store, id });
  }

  /** One product in full. */
  product(slug: string): Promise<ProductRecord | null> {
    return this.#record('product', { type: 'product', store: this.#store, slug });
  }

  /** Products in full, in the order of the slugs, null for each that is missing; one KV read per 100. */
  products(slugs: readonly string[]): Promise<(ProductRecord | null)[]> {
    return Promise.all(slugs.map((slug) => this.product(slug)));
  }

  /** One page of a category's listing; pages count from 1. */
  listing(categoryId: number, page: number): Promise<RecordMap['listing'] | null> {
    return this.#record('listing', { type: 'listing', store: this.#store, categoryId, page });
  }

  /** One CMS page. */
  cmsPage(identifier: string): Promise<RecordMap['cms-page'] | null> {
    return this.#record('cms-page', { type: 'cms-page', store: this.#store, identifier });
  }

  /** The index of CMS pages. */
  cmsPages(): Promise<RecordMap['cms-pages'] | null> {
    return this.#record('cms-pages', { type: 'cms-pages', store: this.#store });
  }

  /** One CMS block. */
  block(identifier: string): Promise<RecordMap['block'] | null> {
    return this.#record('block', { type: 'block', store: this.#store, identifier });
  }

  /** One blog post. */
  blogPost(urlKey: string): Promise<RecordMap['blog-post'] | null> {
    return this.#record('blog-post', { type: 'blog-post', store: this.#store, urlKey });
  }

  /** The index of blog posts, newest first. */
  blogPosts(): Promise<RecordMap['blog-posts'] | null> {
    return this.#record('blog-posts', { type: 'blog-posts', store: this.#store });
  }

  /** All blog categories. */
  blogCategories(): Promise<RecordMap['blog-categories'] | null> {
    return this.#record('blog-categories', { type: 'blog-categories', store: this.#store });
  }

  /** Countries with their regions. */
  countries(): Promise<RecordMap['countries'] | null> {
    return this.#record('countries', { type: 'countries', store: this.#store });
  }

  /** Where an old path leads; `path` has no leading slash. */
  redirect(path: string): Promise<RecordMap['redirect'] | null> {
    return this.#record('redirect', { type: 'redirect', store: this.#store, path });
  }

  /** The store's pulse with its change log. */
  async pulse(): Promise<RecordMap['pulse'] | null> {
    const key = reachableKey({ type: 'pulse', store: this.#store });
    return key === null ? null : understand('pulse', await this.#entries.read(key));
  }

  /** Every listed product, each once, streamed; see the notes of `iterateProducts`. */
  iterateProducts(): AsyncGenerator<ProductRecord, void, undefined> {
    return iterateProducts(this);
  }

  async #record<T extends KvKeyType>(type: T, parts: KvKey & { type: T }): Promise<RecordMap[T] | null> {
    const key = reachableKey(parts);
    if (key === null) return null;
    const known = this.#memory?.recall(key) ?? null;
    if (known !== null && isRecordOf(known, type)) {
      this.#onRead?.(key, { found: true, hash: known.hash });
      return known.record;
    }
    const entry = await this.#entries.read(key);
    const hash = parseMetadata(entry.metadata)?.h ?? null;
    this.#onRead?.(key, { found: entry.value !== null, hash });
    const record = understand(type, entry);
    if (record !== null && hash !== null && typeof entry.value === 'string') {
      this.#memory?.remember(key, { type, record, hash, characters: entry.value.length });
    }
    return record;
  }
}

function understand<T extends KvKeyType>(type: T, { value, metadata }: KvEntry): RecordMap[T] | null {
  const version = parseMetadata(metadata)?.v;
  if (version !== undefined && !isReadableVersion(type, version)) return null;
  return parseRecord(type, value);
}
