import { keys } from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { Suspects } from '../writing/suspects.js';
import { lastResortAddress, numberedAddress, ProductClaims } from './product-claims.js';
import type { RedirectBook } from './redirect-book.js';

type ProductRow = IndexRow<'products'>;

/** A product that got another address; '' stands for none. */
export interface SlugMove {
  id: number;
  from: string;
  to: string;
}

/** Keeps every product's address in the index right, and leaves redirects where one moved. */
export class AddressBook {
  constructor(
    private readonly index: CatalogIndex,
    private readonly redirects: RedirectBook,
    private readonly suspects: Suspects,
    private readonly store: string,
  ) {}

  /** Present slug of a product; undefined when it is not known or has no page. */
  slugOf(id: number): string | undefined {
    return this.index.get('products', [id])?.slug || undefined;
  }

  /** Addresses that a product lays claim to: what to hand to `resolve` before and after a change. */
  claimsOf(row: ProductRow | undefined): string[] {
    if (!row) return [];
    return [row.urlKey, row.path, row.slug, numberedAddress(row), lastResortAddress(row.id)];
  }

  /**
   * Gives every product that a change at these addresses can touch its address, and moves redirects along.
   * Call it inside the transaction that made the change.
   */
  resolve(addresses: Iterable<string>): SlugMove[] {
    const moves = this.reassign(addresses);
    for (const move of moves) this.leaveTrace(move);
    for (const { id, from } of moves) {
      if (from === '') continue;
      if (this.wasPublished(from, id)) this.redirects.leave(from, { type: 'product', id });
      else this.redirects.revive(from);
    }
    for (const { id } of moves) this.redirectSecondPath(id);
    return moves;
  }

  /** A product's `urlPath`, where it is not its slug, leads to the slug. */
  redirectSecondPath(id: number): void {
    const row = this.index.get('products', [id]);
    if (!row || row.slug === '' || row.path === '' || row.path === row.slug) return;
    if (new ProductClaims(this.index).firstAtPath(row.path) !== id) return;
    this.redirects.leave(row.path, { type: 'product', id });
  }

  /** Forgets a product that is gone; its claims pass to others. */
  remove(id: number): SlugMove[] {
    const row = this.index.get('products', [id]);
    if (!row) return [];
    if (row.slug !== '') this.suspects.mark(keys.product(this.store, row.slug));
    this.redirects.drop({ type: 'product', id });
    this.index.delete('products', [id]);
    this.redirects.revive(row.slug);
    return this.resolve(this.claimsOf(row));
  }

  private reassign(addresses: Iterable<string>): SlugMove[] {
    const claims = new ProductClaims(this.index);
    const moves: SlugMove[] = [];
    const settled = new Set<number>();
    // A set is walked in the order of insertion, what is added on the way included, and each only once.
    const queue = new Set(addresses);
    for (const address of queue) {
      for (const row of address === '' ? [] : this.touchedBy(address)) {
        if (settled.has(row.id)) continue;
        settled.add(row.id);
        const slug = claims.slugFor(row);
        if (slug === row.slug) continue;
        this.index.put('products', { ...row, slug });
        moves.push({ id: row.id, from: row.slug, to: slug });
        // Whoever gains or loses its url key takes up or gives back its claim to its path.
        for (const touched of [row.slug, slug, row.path]) queue.add(touched);
      }
    }
    return moves;
  }

  private touchedBy(address: string): ProductRow[] {
    const rows = [
      ...this.index.scan('products', { by: 'byUrlKey', equals: [address] }),
      ...this.index.scan('products', { by: 'byPath', equals: [address] }),
      ...this.index.scan('products', { by: 'bySlug', equals: [address] }),
    ];
    const numbered = /[-/](\d+)$/.exec(address);
    const row = numbered ? this.index.get('products', [Number(numbered[1])]) : undefined;
    return row ? [...rows, row] : rows;
  }

  private leaveTrace({ id, from, to }: SlugMove): void {
    if (from !== '') this.suspects.mark(keys.product(this.store, from));
    if (to !== '') this.redirects.shadow(to);
    this.redirects.retarget({ type: 'product', id });
  }

  private wasPublished(slug: string, id: number): boolean {
    const record = this.index.get('records', [keys.product(this.store, slug)]);
    return record !== undefined && record.entityId === id && record.hash !== '';
  }
}
