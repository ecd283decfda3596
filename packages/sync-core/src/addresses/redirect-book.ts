import { encodeKeyPart, keys, type RedirectTargetType, utf8Length } from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { Suspects } from '../writing/suspects.js';
import { isCategoryPath } from './category-paths.js';

export interface RedirectTarget {
  type: RedirectTargetType;
  id: number;
}

/** Whether a redirect is to be written again, ascending by which runs do it. */
export const DIRTY = {
  /** Somebody has put another record under its key: full runs alone put that right. */
  byHand: -1,
  no: 0,
  marked: 1,
  /** Marked by a by-id run, which writes no others. */
  urgent: 2,
} as const;

const BLOG_PREFIX = 'blog/';
/** Leaves room for the store code in a key; a longer path can have no redirect. */
const MAX_PATH_BYTES = 400;

/**
 * Old and second addresses. A redirect knows its target by type and id, so it follows a target that moves;
 * it goes when something takes its path or its target is deleted.
 */
export class RedirectBook {
  constructor(
    private readonly index: CatalogIndex,
    private readonly suspects: Suspects,
    private readonly store: string,
    /** With which this run marks. */
    private readonly level: typeof DIRTY.marked | typeof DIRTY.urgent = DIRTY.marked,
  ) {}

  /** Present path of a target; '' when it has none at the moment. */
  addressOf({ type, id }: RedirectTarget): string {
    if (type === 'product') return this.index.get('products', [id])?.slug ?? '';
    if (type === 'category') {
      const category = this.index.get('categories', [id]);
      return category?.inTree === 1 ? category.path : '';
    }
    const content = this.index.get('contents', [type, id]);
    if (!content) return '';
    return type === 'blog-post' ? BLOG_PREFIX + content.address : content.address;
  }

  /**
   * Lets a path lead to a target. While something lives there it stays silent: who has an address is
   * certain only when its record has been written.
   */
  leave(path: string, target: RedirectTarget): void {
    if (path === '' || utf8Length(encodeKeyPart(path)) > MAX_PATH_BYTES) return;
    const known = this.index.get('redirects', [path]);
    if (known?.type === target.type && known.id === target.id) return;
    this.index.put('redirects', { path, ...target, dirty: this.level });
  }

  /** A path is about to be somebody's address: what led elsewhere is silent, until that is certain. */
  shadow(path: string): void {
    if (this.index.get('redirects', [path])) this.suspects.mark(keys.redirect(this.store, path));
  }

  /** A path was about to be somebody's address and is not: what led elsewhere does so again. */
  revive(path: string): void {
    const row = this.index.get('redirects', [path]);
    if (row) this.dirty(row);
  }

  /** A path is somebody's address from now on. */
  occupy(path: string): void {
    if (!this.index.get('redirects', [path])) return;
    this.index.delete('redirects', [path]);
    this.suspects.mark(keys.redirect(this.store, path));
  }

  /** A target has another address: all that leads to it is written again. */
  retarget(target: RedirectTarget): void {
    for (const row of this.index.scan('redirects', { by: 'byTarget', equals: [target.type, target.id] })) {
      this.dirty(row);
    }
  }

  /** A target is gone for good. */
  drop(target: RedirectTarget): void {
    for (const row of this.index.scan('redirects', { by: 'byTarget', equals: [target.type, target.id] })) {
      this.occupy(row.path);
    }
  }

  /** Whether something lives at a path. */
  isOccupied(path: string): boolean {
    if (path.startsWith(BLOG_PREFIX)) return this.hasContent('blog-post', path.slice(BLOG_PREFIX.length));
    return (
      isCategoryPath(this.index, path) ||
      this.index.count('products', { by: 'bySlug', equals: [path] }) > 0 ||
      this.hasContent('cms-page', path)
    );
  }

  private dirty(row: IndexRow<'redirects'>): void {
    if (row.dirty < this.level) this.index.put('redirects', { ...row, dirty: this.level });
  }

  private hasContent(type: string, address: string): boolean {
    return this.index.count('contents', { by: 'byAddress', equals: [type, address] }) > 0;
  }
}
