import type { CatalogIndex, IndexScan } from '../ports/catalog-index.js';
import { MemoryCatalogIndex } from './memory-index.js';
import { type IndexRow, type IndexTable, type IndexTableName, indexTables } from './tables.js';
import { compareValues } from './text-order.js';

/** Rows of the index below that are read at a time where a scan is limited. */
const PAGE_ROWS = 64;

/**
 * A `CatalogIndex` that shows another one with changes of its own and never writes to it: what a sync would do
 * can be seen without doing it. Holds only the rows that differ. The index below must not change meanwhile.
 */
export class OverlayCatalogIndex implements CatalogIndex {
  /** Rows that were put here. */
  private readonly own = new MemoryCatalogIndex();
  /** Rows of the index below that were replaced or deleted here, as they are there. */
  private readonly hidden = new MemoryCatalogIndex();

  constructor(private readonly below: CatalogIndex) {}

  /** Rows changed here; none of them is in the index below. */
  get rowsWritten(): number {
    return this.own.rowsWritten + this.hidden.rowsWritten;
  }

  get<T extends IndexTableName>(table: T, key: readonly (string | number)[]): IndexRow<T> | undefined {
    const own = this.own.get(table, key);
    if (own || this.hidden.get(table, key)) return own;
    return this.below.get(table, key);
  }

  put<T extends IndexTableName>(table: T, row: IndexRow<T>): void {
    this.hide(table, valuesOf(row, indexTables[table].key));
    this.own.put(table, row);
  }

  delete<T extends IndexTableName>(table: T, key: readonly (string | number)[]): void {
    this.hide(table, key);
    this.own.delete(table, key);
  }

  scan<T extends IndexTableName>(table: T, scan: IndexScan): IndexRow<T>[] {
    const rows = [...this.own.scan(table, scan), ...this.visibleBelow(table, scan)];
    const order = orderOf(table, scan.by);
    const sign = scan.descending ? -1 : 1;
    return rows.sort((a, b) => sign * compareRows(a, b, order)).slice(0, scan.limit);
  }

  count<T extends IndexTableName>(table: T, scan: Omit<IndexScan, 'limit' | 'after' | 'descending'>): number {
    return this.below.count(table, scan) - this.hidden.count(table, scan) + this.own.count(table, scan);
  }

  transaction<R>(work: () => R): R {
    return this.own.transaction(() => this.hidden.transaction(work));
  }

  private hide(table: IndexTableName, key: readonly (string | number)[]): void {
    if (this.hidden.get(table, key)) return;
    const row = this.below.get(table, key);
    if (row) this.hidden.put(table, row);
  }

  /** Rows of the index below that nothing here hides, as many as the scan may need. */
  private visibleBelow<T extends IndexTableName>(table: T, scan: IndexScan): IndexRow<T>[] {
    const { key } = indexTables[table];
    const isVisible = (row: IndexRow<T>) => !this.hidden.get(table, valuesOf(row, key));
    const { limit, ...bounds } = scan;
    if (limit === undefined) return this.below.scan(table, scan).filter(isVisible);
    if (scan.descending) {
      const hidden = this.hidden.count(table, bounds);
      return this.below.scan(table, { ...bounds, limit: limit + hidden }).filter(isVisible);
    }
    const behindEquals = orderOf(table, scan.by).slice(scan.equals?.length ?? 0);
    const visible: IndexRow<T>[] = [];
    let after = scan.after;
    while (visible.length < limit) {
      const page = this.below.scan(table, { ...scan, ...(after ? { after } : {}), limit: PAGE_ROWS });
      visible.push(...page.filter(isVisible));
      const last = page.at(-1);
      if (!last || page.length < PAGE_ROWS) break;
      after = valuesOf(last, behindEquals);
    }
    return visible;
  }
}

/** Columns of an index, the primary key behind them. */
function orderOf(table: IndexTableName, by: string | undefined): readonly string[] {
  const { key, indexes }: IndexTable = indexTables[table];
  const columns = by === undefined ? [] : (indexes[by] ?? []);
  return [...columns, ...key.filter((column) => !columns.includes(column))];
}

function valuesOf(row: object, columns: readonly string[]): (string | number)[] {
  return columns.map((column) => {
    const value: unknown = Reflect.get(row, column);
    return typeof value === 'number' ? value : String(value);
  });
}

function compareRows(a: object, b: object, order: readonly string[]): number {
  const [valuesA, valuesB] = [valuesOf(a, order), valuesOf(b, order)];
  for (const [position, value] of valuesA.entries()) {
    const difference = compareValues(value, valuesB[position] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}
