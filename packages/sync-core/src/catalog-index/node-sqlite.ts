import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { SqlCatalogIndex, type SqlDatabase } from './sql-index.js';

/** Binds Node's own SQLite (Node ≥ 22.13). */
class NodeSqliteDatabase implements SqlDatabase {
  rowsWritten = 0;
  private readonly statements = new Map<string, StatementSync>();

  constructor(private readonly database: DatabaseSync) {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  }

  exec(sql: string, ...parameters: (string | number)[]): Record<string, unknown>[] {
    const statement = this.prepared(sql);
    if (sql.startsWith('SELECT')) return statement.all(...parameters).map((row) => ({ ...row }));
    this.rowsWritten += Number(statement.run(...parameters).changes);
    return [];
  }

  transaction<R>(work: () => R): R {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
  }

  private prepared(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/**
 * Opens a store's index in a file, or in memory for `:memory:`. One file holds one store.
 *
 * @throws IndexTooNewError when a later version has written the file.
 */
export function openNodeSqliteIndex(path: string): SqlCatalogIndex {
  return new SqlCatalogIndex(new NodeSqliteDatabase(new DatabaseSync(path)));
}
