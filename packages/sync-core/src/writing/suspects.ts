import { buildKey, type KvKey, KvSchemaError } from '@maho-storefront/kv-schema';
import type { CatalogIndex } from '../ports/catalog-index.js';

/** Whether and how a key is to be looked at by deletes, ascending by which run may decide on it. */
export const SUSPECT = {
  none: 0,
  /** It may have lost its record. */
  marked: 1,
  /** It was found in KV and is not in the index: it stays only if a record claims it. */
  adopted: 2,
  /** Marked by a by-id run, which decides on no others. */
  urgent: 3,
} as const;

/**
 * Keys that may have lost the record they belonged to. Deletes look at these alone, so that a run's cost
 * follows what changed and not the size of the catalogue.
 */
export class Suspects {
  /** @param level with which this run marks. */
  constructor(
    private readonly index: CatalogIndex,
    private readonly level: typeof SUSPECT.marked | typeof SUSPECT.urgent = SUSPECT.marked,
  ) {}

  mark(key: string): void {
    const row = this.index.get('records', [key]);
    const isWeaker = row?.suspect === SUSPECT.none || row?.suspect === SUSPECT.marked;
    if (row && isWeaker && row.suspect !== this.level) {
      this.index.put('records', { ...row, suspect: this.level });
    }
  }

  /** Like `mark`; a key that cannot be built is in no row. */
  markKey(key: KvKey): void {
    try {
      this.mark(buildKey(key));
    } catch (error) {
      if (!(error instanceof KvSchemaError)) throw error;
    }
  }

  clear(key: string): void {
    const row = this.index.get('records', [key]);
    if (row && row.suspect !== SUSPECT.none) this.index.put('records', { ...row, suspect: SUSPECT.none });
  }
}
