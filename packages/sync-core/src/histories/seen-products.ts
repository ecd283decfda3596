import { parseRecord } from '@maho-storefront/kv-schema';
import type { RunRecord } from '../run/run-record.js';
import { isById } from '../run/sync-scope.js';
import type { LaggingKvStore } from './lagging-kv-store.js';
import type { ModelShop } from './model-shop.js';

const PAGE_SIZE = 100;

/** What the sync of a history cannot but know: what its sound runs were shown, and where. */
export class SeenProducts {
  /** Products that a sound run has seen listed, and that were never gone since. */
  readonly mustKnow = new Set<number>();
  /** Address → the product last seen there after a sound run. */
  readonly lastOwners = new Map<string, number>();
  readonly #shop: ModelShop;
  readonly #kv: LaggingKvStore;
  /** Listed to the run that is under way. */
  readonly #now = new Set<number>();

  constructor(shop: ModelShop, kv: LaggingKvStore) {
    this.#shop = shop;
    this.#kv = kv;
  }

  beginRun(): void {
    this.#now.clear();
  }

  /** What a page of the whole listing shows, at this moment. */
  noteRequest(path: string, query: URLSearchParams): void {
    const isPart = ['categoryId', 'updatedSince', 'attr_entity_id[in][]'].some((name) => query.has(name));
    if (path !== '/products' || isPart) return;
    const end = Number(query.get('page')) * PAGE_SIZE;
    for (const { id } of this.#shop.listedProducts().slice(end - PAGE_SIZE, end)) this.#now.add(id);
  }

  /** @throws Error for a run that failed of something that no history does to it. */
  endRun(run: RunRecord): void {
    if (run.report.failed.some(({ reason }) => reason.startsWith('Unexpected'))) {
      throw new Error(run.report.failed.map(({ reason }) => reason).join('; '));
    }
    if (run.state !== 'succeeded') return;
    const isSound = run.complete.includes('products');
    if (!isSound && !isById(run.request.scope)) return;
    if (isSound) for (const id of this.#now) this.mustKnow.add(id);
    for (const [slug, owner] of this.#ownersInKv()) this.lastOwners.set(slug, owner);
  }

  /** The product is gone. */
  forget(id: number): void {
    this.mustKnow.delete(id);
    this.#now.delete(id);
    for (const [slug, owner] of this.lastOwners) if (owner === id) this.lastOwners.delete(slug);
  }

  /** The index is gone: all that is known is what KV holds. */
  startFromKv(): void {
    this.mustKnow.clear();
    for (const slug of this.lastOwners.keys()) {
      const isInKv = ['product', 'redirect'].some((type) => this.#kv.entries.has(`en:${type}:${slug}`));
      if (!isInKv) this.lastOwners.delete(slug);
    }
    for (const [, owner] of this.#ownersInKv()) this.mustKnow.add(owner);
  }

  /** Slug → id of each product in KV; without what somebody else wrote. */
  *#ownersInKv(): Generator<[slug: string, id: number]> {
    for (const [key, { value }] of this.#kv.entries) {
      const slug = /^en:product:(.*)$/.exec(key)?.[1];
      const id = slug === undefined ? undefined : parseRecord('product', value)?.id;
      if (slug !== undefined && id !== undefined) yield [decodeURIComponent(slug), id];
    }
  }
}
