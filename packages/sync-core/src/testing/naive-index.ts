import { type IndexRow, type IndexTable, type IndexTableName, indexTables } from '../catalog-index/tables.js';
import type { CatalogIndex, IndexScan } from '../ports/catalog-index.js';

type Value = string | number;

const encoder = new TextEncoder();

/** The obvious index: a list of rows, filtered and sorted at every question. What others are compared with. */
export class NaiveIndex implements CatalogIndex {
  rowsWritten = 0;
  private tables = new Map<IndexTableName, object[]>();

  get<T extends IndexTableName>(table: T, key: readonly Value[]): IndexRow<T> | undefined {
    return this.rows(table).find((row) => isEqual(columnsOf(row, indexTables[table].key), key));
  }

  put<T extends IndexTableName>(table: T, row: IndexRow<T>): void {
    const key = columnsOf(row, indexTables[table].key);
    this.tables.set(table, [...this.without(table, key), { ...row }]);
  }

  delete<T extends IndexTableName>(table: T, key: readonly Value[]): void {
    this.tables.set(table, this.without(table, key));
  }

  scan<T extends IndexTableName>(table: T, scan: IndexScan): IndexRow<T>[] {
    const order = orderOf(table, scan.by);
    const { equals = [], after, upTo, limit, descending } = scan;
    const rest = order.slice(equals.length);
    const rows = this.rows(table)
      .filter((row) => isEqual(columnsOf(row, order.slice(0, equals.length)), equals))
      .filter(
        (row) => after === undefined || compareTuples(columnsOf(row, rest.slice(0, after.length)), after) > 0,
      )
      .filter((row) => upTo === undefined || compareTuples(columnsOf(row, rest.slice(0, 1)), [upTo]) <= 0)
      .sort((a, b) => compareTuples(columnsOf(a, order), columnsOf(b, order)));
    return (descending ? rows.reverse() : rows).slice(0, limit);
  }

  count<T extends IndexTableName>(table: T, scan: Omit<IndexScan, 'limit' | 'after' | 'descending'>): number {
    return this.scan(table, scan).length;
  }

  transaction<R>(work: () => R): R {
    const before = new Map(this.tables);
    try {
      return work();
    } catch (error) {
      this.tables = before;
      throw error;
    }
  }

  private rows<T extends IndexTableName>(table: T): IndexRow<T>[] {
    // Only rows of this table were ever put under its name.
    return (this.tables.get(table) ?? []) as IndexRow<T>[];
  }

  private without<T extends IndexTableName>(table: T, key: readonly Value[]): object[] {
    return this.rows(table).filter((row) => !isEqual(columnsOf(row, indexTables[table].key), key));
  }
}

/** Columns of an index, the primary key behind them. */
export function orderOf(table: IndexTableName, by: string | undefined): string[] {
  const { key, indexes }: IndexTable = indexTables[table];
  const columns = by === undefined ? [] : (indexes[by] ?? []);
  return [...columns, ...key.filter((column) => !columns.includes(column))];
}

function columnsOf(row: object, columns: readonly string[]): Value[] {
  return columns.map((column) => {
    const value: unknown = Reflect.get(row, column);
    return typeof value === 'number' ? value : String(value);
  });
}

function isEqual(a: readonly Value[], b: readonly Value[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function compareTuples(a: readonly Value[], b: readonly Value[]): number {
  for (const [position, value] of a.entries()) {
    const order = compare(value, b[position] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Text by the bytes of its UTF-8, said as plainly as it can be. */
function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [bytesA, bytesB] = [encoder.encode(String(a)), encoder.encode(String(b))];
  for (const [position, byte] of bytesA.entries()) {
    const other = bytesB[position];
    if (other === undefined) return 1;
    if (byte !== other) return byte - other;
  }
  return bytesA.length - bytesB.length;
}
