import type { SqlDatabase } from '@maho-storefront/sync-core';

/** Requests to the backend that may be in flight at once, over all stores: a shop is a single region's PHP. */
export const BACKEND_PERMITS = 6;

/** A lease ends by itself after this long, so that a holder that died gives its permits back. */
export const LEASE_TTL_MS = 30_000;

/** Who asks and gets nothing is taken into account for this long; it asks again well before. */
const WAITER_TTL_MS = 5_000;

/** Hands out the deployment's backend permits; what it has handed out survives an eviction. */
export class PermitLedger {
  readonly #database: SqlDatabase;
  readonly #now: () => number;

  constructor(database: SqlDatabase, now: () => number) {
    this.#database = database;
    this.#now = now;
    database.exec(
      'CREATE TABLE IF NOT EXISTS permits (holder TEXT PRIMARY KEY, granted INTEGER NOT NULL, expires_at INTEGER NOT NULL)',
    );
  }

  /**
   * Gives `holder` at most `want` permits, in place of those it has; 0 when all are taken.
   *
   * The permits are shared evenly among all who hold or wait, so nobody who comes again at once keeps the
   * others out.
   */
  lease(holder: string, want: number): number {
    return this.#database.transaction(() => {
      this.#forgetExpired();
      const others = this.#database.exec('SELECT granted FROM permits WHERE holder <> ?', holder);
      const taken = others.reduce((sum, { granted }) => sum + Number(granted), 0);
      const share = Math.max(1, Math.floor(BACKEND_PERMITS / (others.length + 1)));
      const granted = Math.max(0, Math.min(want, share, BACKEND_PERMITS - taken));
      const expiresAt = this.#now() + (granted > 0 ? LEASE_TTL_MS : WAITER_TTL_MS);
      this.#database.exec(
        'INSERT INTO permits (holder, granted, expires_at) VALUES (?, ?, ?) ' +
          'ON CONFLICT (holder) DO UPDATE SET granted = excluded.granted, expires_at = excluded.expires_at',
        holder,
        granted,
        expiresAt,
      );
      return granted;
    });
  }

  /** Lets a lease run on. @returns false if it had ended already. */
  renew(holder: string): boolean {
    return this.#database.transaction(() => {
      this.#forgetExpired();
      const [held] = this.#database.exec(
        'SELECT granted FROM permits WHERE holder = ? AND granted > 0',
        holder,
      );
      if (held === undefined) return false;
      this.#database.exec(
        'UPDATE permits SET expires_at = ? WHERE holder = ?',
        this.#now() + LEASE_TTL_MS,
        holder,
      );
      return true;
    });
  }

  /** Gives the permits back; also for a holder that waits no longer. */
  release(holder: string): void {
    this.#database.exec('DELETE FROM permits WHERE holder = ?', holder);
  }

  #forgetExpired(): void {
    this.#database.exec('DELETE FROM permits WHERE expires_at <= ?', this.#now());
  }
}
