import type { IndexRow, IndexTableName } from '../catalog-index/tables.js';

/** A value a row may hold. Columns of an index are never null. */
export type IndexValue = string | number | null;

/** Part of a table in the order of one of its indexes (by default its primary key). */
export interface IndexScan {
  /** Name of the index; the primary key when absent. Ties are broken by the primary key. */
  by?: string;
  /** Values of the first columns. */
  equals?: readonly (string | number)[];
  /** Exclusive lower bound of the columns that follow `equals`; none when empty. */
  after?: readonly (string | number)[];
  /** Inclusive upper bound of the one column that follows `equals`. */
  upTo?: string | number;
  limit?: number;
  /** The same rows, those at the end first. */
  descending?: boolean;
}

/**
 * The durable memory of one store's sync. Synchronous, because both SQLite bindings are, and because a
 * transaction that cannot be interrupted needs no lock. Text is ordered by its UTF-8 bytes.
 *
 * @throws whatever the storage throws; a transaction that throws leaves no trace.
 */
export interface CatalogIndex {
  get<T extends IndexTableName>(table: T, key: readonly (string | number)[]): IndexRow<T> | undefined;
  /** Inserts the row or replaces the one with the same primary key. */
  put<T extends IndexTableName>(table: T, row: IndexRow<T>): void;
  delete<T extends IndexTableName>(table: T, key: readonly (string | number)[]): void;
  scan<T extends IndexTableName>(table: T, scan: IndexScan): IndexRow<T>[];
  count<T extends IndexTableName>(table: T, scan: Omit<IndexScan, 'limit' | 'after' | 'descending'>): number;
  /** Runs `work` as one unit; nested calls join the outer one. */
  transaction<R>(work: () => R): R;
  /** Rows written since the index was opened, as the storage counts them. */
  readonly rowsWritten: number;
}
