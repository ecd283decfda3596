import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';

/** Rows read at once: whole rows of a large shop would not fit into memory. */
const CHUNK = 500;

/** Where a walk over the missing products stands: since when the last one is missing, and its id. */
export type MissingPosition = readonly [missing: number, id: number];

/** Behind all products that are not missing, before all that are. */
export const FIRST_MISSING: MissingPosition = [0, Number.MAX_SAFE_INTEGER];

/** Products that the listing lacks, those that it has lacked for the longest first. */
export function* missingProducts(
  index: CatalogIndex,
  after: MissingPosition = FIRST_MISSING,
): Generator<IndexRow<'products'>> {
  for (let position = after; ; ) {
    const rows = index.scan('products', { by: 'byMissing', after: position, limit: CHUNK });
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    position = [last.missing, last.id];
  }
}
