import type { CatalogIndex, IndexScan } from '../ports/catalog-index.js';
import { MemoryTable } from './memory-table.js';
import { type IndexRow, type IndexTableName, indexTables } from './tables.js';

type Row = Readonly<Record<string, string | number>>;
interface Undo {
  table: MemoryTable;
  key: readonly (string | number)[];
  before: Row | undefined;
}

/** A `CatalogIndex` that lives as long as its process; for tests and for one-off syncs in Node. */
export class MemoryCatalogIndex implements CatalogIndex {
  private readonly tables = new Map<IndexTableName, MemoryTable>();
  private undoLog: Undo[] | null = null;
  private written = 0;

  constructor() {
    for (const [name, table] of Object.entries(indexTables)) {
      this.tables.set(name as IndexTableName, new MemoryTable(table));
    }
  }

  get rowsWritten(): number {
    return this.written;
  }

  get<T extends IndexTableName>(table: T, key: readonly (string | number)[]): IndexRow<T> | undefined {
    const row = this.table(table).get(key);
    return row ? ({ ...row } as IndexRow<T>) : undefined;
  }

  put<T extends IndexTableName>(table: T, row: IndexRow<T>): void {
    const rows = this.table(table);
    const copy = { ...row } as Row;
    this.replace(rows, rows.keyOf(copy), copy);
  }

  delete<T extends IndexTableName>(table: T, key: readonly (string | number)[]): void {
    const rows = this.table(table);
    if (rows.get(key)) this.replace(rows, key, undefined);
  }

  scan<T extends IndexTableName>(table: T, scan: IndexScan): IndexRow<T>[] {
    return [...this.table(table).range(scan)].map((row) => ({ ...row }) as IndexRow<T>);
  }

  count<T extends IndexTableName>(table: T, scan: Omit<IndexScan, 'limit' | 'after' | 'descending'>): number {
    let rows = 0;
    for (const _row of this.table(table).range(scan)) rows += 1;
    return rows;
  }

  transaction<R>(work: () => R): R {
    if (this.undoLog) return work();
    const log: Undo[] = [];
    this.undoLog = log;
    try {
      return work();
    } catch (error) {
      for (const { table, key, before } of log.reverse()) table.replace(key, before);
      throw error;
    } finally {
      this.undoLog = null;
    }
  }

  private table(name: IndexTableName): MemoryTable {
    const table = this.tables.get(name);
    if (!table) throw new Error(`The index has no table "${name}"`);
    return table;
  }

  private replace(table: MemoryTable, key: readonly (string | number)[], row: Row | undefined): void {
    const before = table.replace(key, row);
    this.undoLog?.push({ table, key, before });
    this.written += 1;
  }
}
