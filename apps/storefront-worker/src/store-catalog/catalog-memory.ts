import type { SqlDatabase } from '@maho-storefront/sync-core';
import type { StoreSetup } from './store-setup.js';

/** A run of a store. */
export interface StoreRun {
  store: string;
  runId: string;
}

interface Remembered {
  setup: StoreSetup;
  /** The run that alarms work off without a pause. */
  'handed-over': { runId: string };
}

/** What a `StoreCatalog` must know again after an eviction, beside the index. */
export class CatalogMemory {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
    database.exec('CREATE TABLE IF NOT EXISTS catalog_memory (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  }

  get<Name extends keyof Remembered>(name: Name): Remembered[Name] | null {
    const [row] = this.#database.exec('SELECT value FROM catalog_memory WHERE name = ?', name);
    return row === undefined ? null : JSON.parse(String(row.value));
  }

  set<Name extends keyof Remembered>(name: Name, value: Remembered[Name]): void {
    this.#database.exec(
      'INSERT INTO catalog_memory (name, value) VALUES (?, ?) ' +
        'ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value',
      name,
      JSON.stringify(value),
    );
  }

  forget(name: keyof Remembered): void {
    this.#database.exec('DELETE FROM catalog_memory WHERE name = ?', name);
  }
}
