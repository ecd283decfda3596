import type { CatalogIndex } from '../ports/catalog-index.js';

/** Single values a store's index keeps. */
export type MetaName =
  /** The last pulse record, JSON; written or not. */
  | 'pulse'
  /** 'unwritten' while the record under `pulse` may not be in KV or not announced. */
  | 'pulse-outbox'
  /** Sum over the keys of the last pulse, 32 hex. */
  | 'sum'
  /** How often the pulse was moved without a change. */
  | 'refreshes'
  /** When the pulse was last put into KV, epoch ms. */
  | 'pulse-put-at'
  /** End of the last run that succeeded, ISO. */
  | 'synced-at'
  /** How often in a row the backend said that it does not know the store. */
  | 'unknown-store'
  /** UTC day and KV writes on it, `day:count`. */
  | 'writes'
  /** IANA time zone of the store. */
  | 'timezone'
  /** Number of the store view and the backend that says so, `id url`. */
  | 'store-id'
  /** Origin of the backend's own pages, which links in its content lead to. */
  | 'backend-origins'
  /** Base URL of the backend's media files. */
  | 'media-url'
  /** Scheduled runs that found the same products gone, JSON. */
  | 'guard'
  /** Products in stock that looks by id found absent since the whole listing was last believed, JSON. */
  | 'absent'
  /** Number of the last run. */
  | 'run-number'
  /**
   * 'unfinished' from the moment an index begins to be compared with KV until it has been; 'learning' where the
   * index knew nothing when that began.
   */
  | 'reconcile'
  /** Until when products are not asked for by id in the listing, epoch ms: the backend does not know how. */
  | 'no-listing-by-id'
  /** When a by-id run last began to read the whole category tree, epoch ms. */
  | 'tree-read-at'
  /** Since when a run of changes has to ask for what was saved, by the backend's clock, epoch ms. */
  | `changes-since:${'products' | 'cms-pages' | 'cms-blocks' | 'blog-posts'}`
  /** Hash of the CMS blocks seen last, to tell when a category's landing block may have changed. */
  | 'blocks-hash'
  /** There for a run that somebody wants to end. Not part of its record, which a slice at work keeps to itself. */
  | `cancel:${string}`;

export class Meta {
  constructor(private readonly index: CatalogIndex) {}

  get(name: MetaName): string | undefined {
    return this.index.get('meta', [name])?.value;
  }

  set(name: MetaName, value: string): void {
    if (this.get(name) !== value) this.index.put('meta', { name, value });
  }

  delete(name: MetaName): void {
    this.index.delete('meta', [name]);
  }
}
