import { MemoryCatalogIndex } from '../../catalog-index/memory-index.js';
import type { IndexRow, IndexTableName } from '../../catalog-index/tables.js';
import type { IndexScan } from '../../ports/catalog-index.js';

/** An index in memory that counts what is asked of it. */
export class CountingCatalogIndex extends MemoryCatalogIndex {
  calls = 0;
  /** Rows that scans have handed out. */
  rowsScanned = 0;
  /** Most rows that one scan has handed out. */
  largestScan = 0;

  override get<T extends IndexTableName>(
    table: T,
    key: readonly (string | number)[],
  ): IndexRow<T> | undefined {
    this.calls += 1;
    return super.get(table, key);
  }

  override put<T extends IndexTableName>(table: T, row: IndexRow<T>): void {
    this.calls += 1;
    super.put(table, row);
  }

  override delete<T extends IndexTableName>(table: T, key: readonly (string | number)[]): void {
    this.calls += 1;
    super.delete(table, key);
  }

  override scan<T extends IndexTableName>(table: T, scan: IndexScan): IndexRow<T>[] {
    this.calls += 1;
    const rows = super.scan(table, scan);
    this.rowsScanned += rows.length;
    this.largestScan = Math.max(this.largestScan, rows.length);
    return rows;
  }

  override count<T extends IndexTableName>(
    table: T,
    scan: Omit<IndexScan, 'limit' | 'after' | 'descending'>,
  ): number {
    this.calls += 1;
    return super.count(table, scan);
  }
}
