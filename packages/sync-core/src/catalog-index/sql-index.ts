import type { CatalogIndex, IndexScan } from '../ports/catalog-index.js';
import {
  addedColumns,
  droppedIndexes,
  INDEX_VERSION,
  type IndexRow,
  type IndexTable,
  type IndexTableName,
  indexTables,
} from './tables.js';

/** The little that a SQLite binding must offer. */
export interface SqlDatabase {
  /** Runs one statement with positional parameters and returns its rows. */
  exec(sql: string, ...parameters: (string | number)[]): Record<string, unknown>[];
  /** Runs `work` in one transaction; not called while one is open. */
  transaction<R>(work: () => R): R;
  readonly rowsWritten: number;
}

/** The stored index is of a later version than this code knows. */
export class IndexTooNewError extends Error {
  readonly code = 'index_too_new';

  constructor(readonly storedVersion: number) {
    super(
      `The store's index has version ${storedVersion}, this code knows ${INDEX_VERSION}: deploy the newer code again`,
    );
    this.name = 'IndexTooNewError';
  }
}

/** A `CatalogIndex` over any SQLite. Creates what is missing when it is opened. */
export class SqlCatalogIndex implements CatalogIndex {
  private isInTransaction = false;

  /** @throws IndexTooNewError when a later version has written the index. */
  constructor(private readonly database: SqlDatabase) {
    this.transaction(() => this.migrate());
  }

  get rowsWritten(): number {
    return this.database.rowsWritten;
  }

  get<T extends IndexTableName>(table: T, key: readonly (string | number)[]): IndexRow<T> | undefined {
    const where = indexTables[table].key.map((column) => `${quote(column)} = ?`).join(' AND ');
    const [row] = this.database.exec(`SELECT * FROM ${quote(table)} WHERE ${where}`, ...key);
    return row as IndexRow<T> | undefined;
  }

  put<T extends IndexTableName>(table: T, row: IndexRow<T>): void {
    const { columns, key }: IndexTable = indexTables[table];
    const names = Object.keys(columns);
    const updates = names
      .filter((name) => !key.includes(name))
      .map((name) => `${quote(name)} = excluded.${quote(name)}`);
    const onConflict = updates.length > 0 ? `UPDATE SET ${updates.join(', ')}` : 'NOTHING';
    this.database.exec(
      `INSERT INTO ${quote(table)} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ` +
        `ON CONFLICT (${key.map(quote).join(', ')}) DO ${onConflict}`,
      ...names.map((name) => columnValue(row, name)),
    );
  }

  delete<T extends IndexTableName>(table: T, key: readonly (string | number)[]): void {
    const where = indexTables[table].key.map((column) => `${quote(column)} = ?`).join(' AND ');
    this.database.exec(`DELETE FROM ${quote(table)} WHERE ${where}`, ...key);
  }

  scan<T extends IndexTableName>(table: T, scan: IndexScan): IndexRow<T>[] {
    const { order, where, parameters } = this.plan(table, scan);
    const direction = scan.descending ? ' DESC' : '';
    const columns = order.map((column) => `${quote(column)}${direction}`).join(', ');
    const limit = scan.limit === undefined ? '' : ` LIMIT ${Math.max(0, Math.trunc(scan.limit))}`;
    return this.database.exec(
      `SELECT * FROM ${quote(table)}${where} ORDER BY ${columns}${limit}`,
      ...parameters,
    ) as IndexRow<T>[];
  }

  count<T extends IndexTableName>(table: T, scan: Omit<IndexScan, 'limit' | 'after' | 'descending'>): number {
    const { where, parameters } = this.plan(table, scan);
    const [row] = this.database.exec(`SELECT COUNT(*) AS n FROM ${quote(table)}${where}`, ...parameters);
    return Number(row?.n ?? 0);
  }

  transaction<R>(work: () => R): R {
    if (this.isInTransaction) return work();
    this.isInTransaction = true;
    try {
      return this.database.transaction(work);
    } finally {
      this.isInTransaction = false;
    }
  }

  private plan(table: IndexTableName, scan: IndexScan) {
    const { key, indexes }: IndexTable = indexTables[table];
    const columns = scan.by === undefined ? key : indexes[scan.by];
    if (!columns) throw new Error(`The table "${table}" has no index "${scan.by}"`);
    const order = [...columns, ...key.filter((column) => !columns.includes(column))];
    const equals = scan.equals ?? [];
    const conditions = equals.map((_, i) => `${quote(order[i] ?? '')} = ?`);
    const parameters = [...equals];
    const rest = order.slice(equals.length);
    if (scan.after && scan.after.length > 0) {
      const bounded = rest.slice(0, scan.after.length).map(quote).join(', ');
      conditions.push(`(${bounded}) > (${scan.after.map(() => '?').join(', ')})`);
      parameters.push(...scan.after);
    }
    if (scan.upTo !== undefined) {
      conditions.push(`${quote(rest[0] ?? '')} <= ?`);
      parameters.push(scan.upTo);
    }
    const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
    return { order, where, parameters };
  }

  private migrate(): void {
    this.database.exec(
      'CREATE TABLE IF NOT EXISTS index_version (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)',
    );
    const [stored] = this.database.exec('SELECT version FROM index_version WHERE id = 1');
    const version = Number(stored?.version ?? 0);
    if (version > INDEX_VERSION) throw new IndexTooNewError(version);
    if (version === INDEX_VERSION) return;
    if (version > 0) {
      this.dropIndexes(version);
      this.addColumns(version);
    }
    for (const [name, table] of Object.entries(indexTables)) this.createTable(name, table);
    this.database.exec(
      'INSERT INTO index_version (id, version) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET version = excluded.version',
      INDEX_VERSION,
    );
  }

  /** Drops what later versions than `stored` do not have, or have of other columns. */
  private dropIndexes(stored: number): void {
    for (const { version, table, index } of droppedIndexes) {
      if (version > stored) this.database.exec(`DROP INDEX IF EXISTS ${quote(`${table}_${index}`)}`);
    }
  }

  /** Adds what later versions than `stored` brought to tables that it has. */
  private addColumns(stored: number): void {
    for (const { version, table, column } of addedColumns) {
      if (version <= stored) continue;
      const { columns }: IndexTable = indexTables[table];
      const definition =
        columns[column] === 'integer' ? 'INTEGER NOT NULL DEFAULT 0' : "TEXT NOT NULL DEFAULT ''";
      this.database.exec(`ALTER TABLE ${quote(table)} ADD COLUMN ${quote(column)} ${definition}`);
    }
  }

  private createTable(name: string, { columns, key, indexes }: IndexTable): void {
    const definitions = Object.entries(columns).map(
      ([column, type]) => `${quote(column)} ${type.toUpperCase()} NOT NULL`,
    );
    this.database.exec(
      `CREATE TABLE IF NOT EXISTS ${quote(name)} (${definitions.join(', ')}, ` +
        `PRIMARY KEY (${key.map(quote).join(', ')})) WITHOUT ROWID`,
    );
    for (const [index, indexed] of Object.entries(indexes)) {
      this.database.exec(
        `CREATE INDEX IF NOT EXISTS ${quote(`${name}_${index}`)} ON ${quote(name)} (${indexed.map(quote).join(', ')})`,
      );
    }
  }
}

function quote(name: string): string {
  return `"${name}"`;
}

function columnValue(row: object, column: string): string | number {
  const value: unknown = Reflect.get(row, column);
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`Column "${column}" must hold a string or a number, not ${typeof value}`);
}
