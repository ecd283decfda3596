import { type DueReason, type DueTable, dueReasons } from '../due/due-table.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { unsettledKeys } from './synced-counts.js';

/** How old a store's copy may be, and what is still to be done. */
export interface SyncHealth {
  /** When the product detail that was not read for the longest time was read, epoch ms; null before the first. */
  oldestDetailAt: number | null;
  /** Keys that may or may not hold what they should: a write ended in the middle, and will be repeated. */
  unsettled: number;
  /** Keys that changed since the last publish. */
  pending: number;
  /** What is to be looked at again, now or later. */
  due: Partial<Record<DueReason, number>>;
}

export function syncHealth(index: CatalogIndex, due: DueTable): SyncHealth {
  const [oldest] = index.scan('products', { by: 'byDetail', after: [0], limit: 1 });
  return {
    oldestDetailAt: oldest?.detailAt ?? null,
    unsettled: unsettledKeys(index),
    pending: index.count('pending', {}),
    due: Object.fromEntries(
      dueReasons.map((reason) => [reason, due.countOf(reason)] as const).filter(([, count]) => count > 0),
    ),
  };
}
