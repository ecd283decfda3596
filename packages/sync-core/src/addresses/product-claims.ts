import { encodeKeyPart, utf8Length } from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { isCategoryPath } from './category-paths.js';
import { isReservedPath } from './reserved-segments.js';

type ProductRow = IndexRow<'products'>;

const COMPOSITE_TYPES: ReadonlySet<string> = new Set(['configurable', 'grouped', 'bundle']);
/** Room for the store code and the fixed parts in a key of 512 bytes. */
const MAX_ADDRESS_BYTES = 400;

/** Whether a product has a page of its own. */
export function hasPage(row: Pick<ProductRow, 'visibility'>): boolean {
  return row.visibility !== 'not_visible';
}

/**
 * Whether two states of a product lay claim to the same addresses, with the same right. Of one that was only
 * taken over from KV nobody has asked yet which address it should have.
 */
export function hasSameClaims(a: ProductRow, b: ProductRow): boolean {
  if (a.seenHash === '') return false;
  return a.urlKey === b.urlKey && a.path === b.path && a.type === b.type && a.visibility === b.visibility;
}

/** Address of last resort: unique by its id, in a segment that nothing else may use. */
export function lastResortAddress(id: number): string {
  return `catalog/product/view/id/${id}`;
}

export function numberedAddress(row: Pick<ProductRow, 'urlKey' | 'id'>): string {
  return row.urlKey === '' ? '' : `${row.urlKey}-${row.id}`;
}

/**
 * Who may have which address. Url keys are not unique in Maho: a key belongs to composite products before
 * simple ones, then to the lowest id; listed or not and in stock or not makes no difference. The answer
 * depends on nothing but the url keys, paths, types and visibilities in the index, never on history. Answers
 * are remembered: an object serves as long as none of these changes.
 */
export class ProductClaims {
  private readonly keyOwners = new Map<string, number | null>();
  private readonly pathOwners = new Map<string, number | null>();

  constructor(private readonly index: CatalogIndex) {}

  /** The address a product should have; '' for one without a page. */
  slugFor(row: ProductRow): string {
    if (!hasPage(row)) return '';
    if (this.keyOwner(row.urlKey) === row.id) return row.urlKey;
    if (this.keyOwner(row.path) === null && this.pathOwner(row.path) === row.id) return row.path;
    const numbered = numberedAddress(row);
    const isFree =
      this.isUsable(numbered) && this.keyOwner(numbered) === null && this.pathOwner(numbered) === null;
    return isFree ? numbered : lastResortAddress(row.id);
  }

  /** Whose visitors a path leads to, where several products name it as theirs. */
  firstAtPath(path: string): number | null {
    return bestOf(this.index.scan('products', { by: 'byPath', equals: [path] }).filter(hasPage));
  }

  private keyOwner(address: string): number | null {
    return remembered(this.keyOwners, address, () => this.findKeyOwner(address));
  }

  private pathOwner(address: string): number | null {
    return remembered(this.pathOwners, address, () => this.findPathOwner(address));
  }

  private findKeyOwner(address: string): number | null {
    if (!this.isUsable(address)) return null;
    return bestOf(this.index.scan('products', { by: 'byUrlKey', equals: [address] }).filter(hasPage));
  }

  private findPathOwner(address: string): number | null {
    if (!this.isUsable(address)) return null;
    const claimants = this.index.scan('products', { by: 'byPath', equals: [address] });
    return bestOf(claimants.filter((row) => hasPage(row) && this.keyOwner(row.urlKey) !== row.id));
  }

  private isUsable(address: string): boolean {
    if (address === '' || isReservedPath(address)) return false;
    if (utf8Length(encodeKeyPart(address)) > MAX_ADDRESS_BYTES) return false;
    return !isCategoryPath(this.index, address);
  }
}

function remembered<V>(memory: Map<string, V>, key: string, find: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  memory.set(key, found);
  return found;
}

function bestOf(rows: readonly ProductRow[]): number | null {
  const [best] = [...rows].sort((a, b) => rank(a) - rank(b) || a.id - b.id);
  return best?.id ?? null;
}

function rank(row: ProductRow): number {
  return COMPOSITE_TYPES.has(row.type) ? 0 : 1;
}
