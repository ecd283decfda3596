import type { SqlDatabase } from '@maho-storefront/sync-core';
import type { SyncJob } from '../sync/sync-job.js';

/** Syncs whose id stays known; as many as a store keeps runs. */
const KEPT_JOBS = 100;

/** Which runs of which stores each sync consists of. */
export class JobBook {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
    database.exec(
      'CREATE TABLE IF NOT EXISTS jobs (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)',
    );
  }

  add(job: SyncJob): void {
    this.#database.exec('INSERT OR IGNORE INTO jobs (id, body) VALUES (?, ?)', job.id, JSON.stringify(job));
    this.#database.exec('DELETE FROM jobs WHERE number <= (SELECT MAX(number) FROM jobs) - ?', KEPT_JOBS);
  }

  find(id: string): SyncJob | null {
    const [row] = this.#database.exec('SELECT body FROM jobs WHERE id = ?', id);
    return row === undefined ? null : JSON.parse(String(row.body));
  }
}
