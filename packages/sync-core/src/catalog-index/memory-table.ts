import type { IndexScan } from '../ports/catalog-index.js';
import type { IndexTable } from './tables.js';
import { compareValues } from './text-order.js';

type Row = Readonly<Record<string, string | number>>;
type Tuple = readonly (string | number)[];

/** Rows kept sorted by some columns, the primary key last. */
class SortedRows {
  private readonly rows: Row[] = [];

  constructor(private readonly columns: readonly string[]) {}

  insert(row: Row): void {
    this.rows.splice(this.firstAtOrAfter(this.tuple(row)), 0, row);
  }

  remove(row: Row): void {
    this.rows.splice(this.firstAtOrAfter(this.tuple(row)), 1);
  }

  *range(scan: IndexScan): Generator<Row> {
    const equals = scan.equals ?? [];
    const after = scan.after ?? [];
    const lower = [...equals, ...after];
    const start = after.length > 0 ? this.firstAfterPrefix(lower) : this.firstAtOrAfter(lower);
    const end = this.firstAfterPrefix(scan.upTo === undefined ? equals : [...equals, scan.upTo]);
    for (let n = 0; n < end - start; n += 1) {
      const row = this.rows[scan.descending ? end - 1 - n : start + n];
      if (row) yield row;
    }
  }

  private value(row: Row, position: number): string | number {
    return row[this.columns[position] ?? ''] ?? '';
  }

  private tuple(row: Row): Tuple {
    return this.columns.map((column) => row[column] ?? '');
  }

  private comparePrefix(row: Row, prefix: Tuple): number {
    for (const [position, value] of prefix.entries()) {
      const order = compareValues(this.value(row, position), value);
      if (order !== 0) return order;
    }
    return 0;
  }

  private firstAtOrAfter(prefix: Tuple): number {
    return this.search((row) => this.comparePrefix(row, prefix) >= 0);
  }

  private firstAfterPrefix(prefix: Tuple): number {
    return this.search((row) => this.comparePrefix(row, prefix) > 0);
  }

  private search(isPast: (row: Row) => boolean): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = this.rows[middle];
      if (row && isPast(row)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** One table of the in-memory index. */
export class MemoryTable {
  private readonly rows = new Map<string, Row>();
  private readonly orders = new Map<string, SortedRows>();

  constructor(private readonly table: IndexTable) {
    this.orders.set('', new SortedRows(table.key));
    for (const [name, columns] of Object.entries(table.indexes)) {
      const withKey = [...columns, ...table.key.filter((column) => !columns.includes(column))];
      this.orders.set(name, new SortedRows(withKey));
    }
  }

  get(key: Tuple): Row | undefined {
    return this.rows.get(JSON.stringify(key));
  }

  /** Replaces the row of `key` by `row` (or by nothing) and returns what was there. */
  replace(key: Tuple, row: Row | undefined): Row | undefined {
    const name = JSON.stringify(key);
    const before = this.rows.get(name);
    for (const order of this.orders.values()) {
      if (before) order.remove(before);
      if (row) order.insert(row);
    }
    if (row) this.rows.set(name, row);
    else this.rows.delete(name);
    return before;
  }

  keyOf(row: Row): Tuple {
    return this.table.key.map((column) => row[column] ?? '');
  }

  *range(scan: IndexScan): Generator<Row> {
    const order = this.orders.get(scan.by ?? '');
    if (!order) throw new Error(`The table has no index "${scan.by}"`);
    let left = scan.limit ?? Number.POSITIVE_INFINITY;
    if (left <= 0) return;
    for (const row of order.range(scan)) {
      yield row;
      left -= 1;
      if (left <= 0) return;
    }
  }
}
