import { keys, parseKey } from '@maho-storefront/kv-schema';
import { AddressBook, type SlugMove } from '../addresses/address-book.js';
import { RedirectBook, type RedirectTarget } from '../addresses/redirect-book.js';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import type { IndexRow } from '../catalog-index/tables.js';
import { Suspects } from '../writing/suspects.js';
import { categoryRow, productRow, recordRow } from './index-rows.js';

const STORE = 'en';

/** An address book over an empty index, with what a run does around it. */
export class AddressWorld {
  readonly index = new MemoryCatalogIndex();
  readonly suspects = new Suspects(this.index);
  readonly redirects = new RedirectBook(this.index, this.suspects, STORE);
  readonly book = new AddressBook(this.index, this.redirects, this.suspects, STORE);

  private readonly written = new Map<string, string>();

  /** Adds or changes a product and settles all addresses. */
  save(id: number, fields: Partial<IndexRow<'products'>> = {}): SlugMove[] {
    return this.index.transaction(() => {
      const known = this.index.get('products', [id]);
      this.index.put('products', { ...(known ?? productRow(id)), ...fields });
      const saved = this.index.get('products', [id]);
      const moves = this.book.resolve([...this.book.claimsOf(known), ...this.book.claimsOf(saved)]);
      this.book.redirectSecondPath(id);
      return moves;
    });
  }

  remove(id: number): SlugMove[] {
    return this.index.transaction(() => this.book.remove(id));
  }

  /** Adds, moves or hides a category, as a reading of the tree does. */
  saveCategory(id: number, fields: Partial<IndexRow<'categories'>> = {}): SlugMove[] {
    return this.index.transaction(() => {
      const known = this.index.get('categories', [id]);
      const saved = { ...(known ?? categoryRow(id)), ...fields };
      this.index.put('categories', saved);
      if (saved.inTree === 1) this.redirects.occupy(saved.path);
      else if (known) this.redirects.revive(known.path);
      this.redirects.retarget({ type: 'category', id });
      if (known && known.path !== saved.path) this.redirects.leave(known.path, { type: 'category', id });
      return this.book.resolve([known?.path ?? '', saved.path]);
    });
  }

  /** Writes every product and every redirect and deletes what lost its claim, as the end of a run does. */
  settle(): void {
    for (const { id, slug } of this.index.scan('products', {})) if (slug !== '') this.writeProduct(id, slug);
    this.settleWithoutProducts();
  }

  /** The same where no product's record could be written. */
  settleWithoutProducts(): void {
    for (const row of this.index.scan('redirects', { by: 'byDirty', equals: [1] })) this.writeRedirect(row);
    for (const { key } of this.index.scan('records', { by: 'bySuspect', equals: [1] })) this.decide(key);
  }

  /** Products' addresses by the index: id → slug. */
  slugs(): Record<number, string> {
    return Object.fromEntries(this.index.scan('products', {}).map(({ id, slug }) => [id, slug]));
  }

  /** Redirects in KV: path → address. */
  redirectsInKv(): Record<string, string> {
    return Object.fromEntries(this.written);
  }

  /** Redirects that should be in KV, by the index: path → address. */
  liveRedirects(): Record<string, string> {
    const live = this.index.scan('redirects', {}).filter(({ path }) => this.isLive(path));
    return Object.fromEntries(live.map((row) => [row.path, this.redirects.addressOf(targetOf(row))]));
  }

  private isLive(path: string): boolean {
    const row = this.index.get('redirects', [path]);
    return (
      row !== undefined && !this.redirects.isOccupied(path) && this.redirects.addressOf(targetOf(row)) !== ''
    );
  }

  private writeProduct(id: number, slug: string): void {
    const key = keys.product(STORE, slug);
    const known = this.index.get('records', [key]);
    this.index.put('records', recordRow(key, { entityId: id, suspect: known?.suspect ?? 0 }));
    this.redirects.occupy(slug);
  }

  private writeRedirect(row: IndexRow<'redirects'>): void {
    const key = keys.redirect(STORE, row.path);
    this.index.put('redirects', { ...row, dirty: 0 });
    if (!this.isLive(row.path)) {
      this.suspects.mark(key);
      return;
    }
    this.index.put('records', recordRow(key, { type: 'redirect', entityId: row.id }));
    this.written.set(row.path, this.redirects.addressOf(targetOf(row)));
  }

  private decide(name: string): void {
    const key = parseKey(name);
    const isClaimed =
      key?.type === 'redirect'
        ? this.isLive(key.path)
        : key?.type === 'product' && this.index.count('products', { by: 'bySlug', equals: [key.slug] }) > 0;
    if (isClaimed) {
      this.suspects.clear(name);
      return;
    }
    this.index.delete('records', [name]);
    if (key?.type === 'redirect') this.written.delete(key.path);
  }
}

function targetOf({ type, id }: IndexRow<'redirects'>): RedirectTarget {
  return { type: type === 'category' ? 'category' : 'product', id };
}
