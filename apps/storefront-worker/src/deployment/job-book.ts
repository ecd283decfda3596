import type { SqlDatabase } from '@maho-storefront/sync-core';
import type { SyncJob } from '../sync/sync-job.js';

/** As many as a store keeps runs that have ended: older ones are of interest only while they are under way. */
const KEPT_JOBS = 100;
/** No sync is under way for longer. */
const LONGEST_SYNC_MS = 7 * 24 * 60 * 60 * 1_000;
/** Whatever is asked for within that time, some 2 MB. */
const MOST_JOBS = 10_000;
/** Dropped at once at the most; each call adds one. */
const DROPPED_AT_ONCE = 20;

/** Which runs of which stores each sync consists of. */
export class JobBook {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
    database.exec(
      'CREATE TABLE IF NOT EXISTS jobs (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)',
    );
  }

  /** Takes a sync down, or what is known of it now. */
  add(job: SyncJob): void {
    this.#database.exec(
      'INSERT INTO jobs (id, body) VALUES (?, ?) ' +
        'ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE body <> excluded.body',
      job.id,
      JSON.stringify(job),
    );
    this.#forget(job.createdAt - LONGEST_SYNC_MS);
  }

  /** A sync that came before many others may be the one that all of them wait for, so their number alone drops none. */
  #forget(createdBefore: number): void {
    const [last] = this.#database.exec('SELECT MAX(number) AS number FROM jobs');
    const newest = Number(last?.number ?? 0);
    this.#database.exec(
      'DELETE FROM jobs WHERE number IN (SELECT number FROM jobs ORDER BY number LIMIT ?) AND number <= ? ' +
        "AND (number <= ? OR json_extract(body, '$.createdAt') < ?)",
      DROPPED_AT_ONCE,
      newest - KEPT_JOBS,
      newest - MOST_JOBS,
      createdBefore,
    );
  }

  find(id: string): SyncJob | null {
    const [row] = this.#database.exec('SELECT body FROM jobs WHERE id = ?', id);
    return row === undefined ? null : JSON.parse(String(row.body));
  }
}
