import type { CatalogIndex, IndexScan } from '../ports/catalog-index.js';

/** At each place one more than is needed: it may have gone since the listing was read last. */
const WITNESSES_EACH = 2;

/**
 * Products that the listing is known to show, other than those asked for: at the lower end of the ids, in their
 * middle and at their upper end. An index that is being rebuilt shows the lowest ids first.
 *
 * @returns ids by place; fewer places in a shop that has no other products there.
 */
export function listingWitnesses(index: CatalogIndex, asked: ReadonlySet<number>): number[][] {
  const lowest = listedOthers(index, asked, {});
  const highest = listedOthers(index, asked, { descending: true });
  const middle = ((lowest[0] ?? 0) + (highest[0] ?? 0)) / 2;
  return [lowest, listedOthers(index, asked, { after: [middle] }), highest].filter((ids) => ids.length > 0);
}

/** Whether a listing that shows these products may be believed in what it does not show. */
export function areWitnessesShown(witnesses: readonly number[][], shown: ReadonlySet<number>): boolean {
  return witnesses.length > 0 && witnesses.every((ids) => ids.some((id) => shown.has(id)));
}

/** Those that a refused reading of the whole listing has lacked are among them: they are what is in question. */
function listedOthers(
  index: CatalogIndex,
  asked: ReadonlySet<number>,
  part: Pick<IndexScan, 'after' | 'descending'>,
): number[] {
  return index
    .scan('products', { by: 'byListed', equals: [1], ...part, limit: asked.size + WITNESSES_EACH })
    .filter(({ id }) => !asked.has(id))
    .slice(0, WITNESSES_EACH)
    .map(({ id }) => id);
}
