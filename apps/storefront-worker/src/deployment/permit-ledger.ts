import type { SqlDatabase } from '@maho-storefront/sync-core';

/** Requests to the backend that may be in flight at once, over all stores: a shop is a single region's PHP. */
export const BACKEND_PERMITS = 6;

/** Of these, the ones that syncs leave to the pages' look-ups: a shopper who searches cannot wait for a slice to end. */
export const LOOKUP_PERMITS = 1;

/** A lease ends by itself after this long, so that a holder that died gives its permits back. */
export const LEASE_TTL_MS = 30_000;

/** Who asks and gets nothing is taken into account for this long; it asks again well before. */
const WAITER_TTL_MS = 5_000;

/** Hands out the deployment's backend permits; what it has handed out survives an eviction. */
export class PermitLedger {
  readonly #database: SqlDatabase;
  readonly #now: () => number;
  readonly #lookupsUnderWay: () => number;

  /** @param lookupsUnderWay requests to the backend that pages make now. */
  constructor(database: SqlDatabase, now: () => number, lookupsUnderWay: () => number = () => 0) {
    this.#database = database;
    this.#now = now;
    this.#lookupsUnderWay = lookupsUnderWay;
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
      const share = Math.max(1, Math.floor(BACKEND_PERMITS / (others.length + 1)));
      const left = BACKEND_PERMITS - sum(others) - Math.max(LOOKUP_PERMITS, this.#lookupsUnderWay());
      const granted = Math.max(0, Math.min(want, share, left));
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

  /** How many look-ups pages may make at once: what nobody holds, but no more than a holder's even share. */
  lookupSeats(): number {
    const holders = this.#database.exec('SELECT granted FROM permits WHERE expires_at > ?', this.#now());
    const share = Math.floor(BACKEND_PERMITS / (holders.length + 1));
    return Math.max(LOOKUP_PERMITS, Math.min(share, BACKEND_PERMITS - sum(holders)));
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

function sum(rows: readonly Record<string, unknown>[]): number {
  return rows.reduce((total, { granted }) => total + Number(granted), 0);
}
