import type { SqlDatabase } from '@maho-storefront/sync-core';

/** The SQLite of a Durable Object. */
export class DurableDatabase implements SqlDatabase {
  rowsWritten = 0;
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  exec(sql: string, ...parameters: (string | number)[]): Record<string, unknown>[] {
    const cursor = this.#storage.sql.exec(sql, ...parameters);
    // Read to the end first: until then the cursor has not counted everything.
    const rows = cursor.toArray();
    this.rowsWritten += cursor.rowsWritten;
    return rows;
  }

  transaction<R>(work: () => R): R {
    return this.#storage.transactionSync(work);
  }
}
