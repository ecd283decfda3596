import { buildKey, type KvKey, KvSchemaError } from '@maho-storefront/kv-schema';
import type { CatalogIndex } from '../ports/catalog-index.js';

/**
 * Keys that may have lost the record they belonged to. Deletes look at these alone, so that a run's cost
 * follows what changed and not the size of the catalogue.
 */
export class Suspects {
  constructor(private readonly index: CatalogIndex) {}

  mark(key: string): void {
    const row = this.index.get('records', [key]);
    if (row && row.suspect === 0) this.index.put('records', { ...row, suspect: 1 });
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
    if (row && row.suspect !== 0) this.index.put('records', { ...row, suspect: 0 });
  }
}
