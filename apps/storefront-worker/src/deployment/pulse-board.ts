import { deploymentHash, keys, parseDeploymentPulse, recordVersion } from '@maho-storefront/kv-schema';
import type { KvStore, SqlDatabase, StoreAnnouncement } from '@maho-storefront/sync-core';
import type { WorkerClock } from '../platform/clock.js';
import type { PublicStore } from '../registry/public-store.js';
import { SerialQueue } from '../serial-queue.js';

/** KV may show an older state for as long as this and more. */
const KV_LAG_MS = 10 * 60 * 1000;
/** KV takes one write a second for one key. */
const PUT_INTERVAL_MS = 1_000;

/** Data version of the whole deployment; all null before the first sync. Times are ISO, UTC. */
export interface DeploymentState {
  hash: string | null;
  updatedAt: string | null;
  /** End of the latest sync that succeeded. */
  syncedAt: string | null;
}

/** Where every store stands, and the global pulse in KV that follows from it. */
export class PulseBoard {
  readonly #database: SqlDatabase;
  readonly #kv: KvStore;
  readonly #clock: WorkerClock;
  readonly #writes = new SerialQueue();

  constructor(database: SqlDatabase, kv: KvStore, clock: WorkerClock) {
    this.#database = database;
    this.#kv = kv;
    this.#clock = clock;
    database.exec(
      'CREATE TABLE IF NOT EXISTS stores (code TEXT PRIMARY KEY, position INTEGER NOT NULL, definition TEXT NOT NULL, ' +
        "hash TEXT NOT NULL DEFAULT '', synced_at TEXT NOT NULL DEFAULT '')",
    );
    database.exec(
      'CREATE TABLE IF NOT EXISTS pulse (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, updated_at TEXT NOT NULL, ' +
        'put_at INTEGER NOT NULL, is_written INTEGER NOT NULL)',
    );
  }

  /** Makes these the stores of the deployment; one that is not among them leaves the hash. */
  setStores(stores: readonly PublicStore[]): void {
    const wanted = new Set(stores.map(({ code }) => code));
    this.#database.transaction(() => {
      for (const { code } of this.stores()) {
        if (!wanted.has(code)) this.#database.exec('DELETE FROM stores WHERE code = ?', code);
      }
      for (const [position, store] of stores.entries()) {
        this.#database.exec(
          'INSERT INTO stores (code, position, definition) VALUES (?, ?, ?) ' +
            'ON CONFLICT (code) DO UPDATE SET position = excluded.position, definition = excluded.definition ' +
            'WHERE position <> excluded.position OR definition <> excluded.definition',
          store.code,
          position,
          JSON.stringify(store),
        );
      }
    });
  }

  /** The stores of the last sync, in the registry's order. */
  stores(): PublicStore[] {
    return this.#database
      .exec('SELECT definition FROM stores ORDER BY position')
      .map(({ definition }) => JSON.parse(String(definition)));
  }

  /** Notes where a store stands. One that has left the deployment is not listened to. */
  note({ store, hash, syncedAt }: StoreAnnouncement): void {
    this.#database.exec(
      'UPDATE stores SET hash = ?, synced_at = ? WHERE code = ?',
      hash,
      syncedAt ?? '',
      store,
    );
  }

  state(): DeploymentState {
    const [pulse] = this.#database.exec('SELECT hash, updated_at FROM pulse WHERE id = 1');
    const [last] = this.#database.exec('SELECT MAX(synced_at) AS synced_at FROM stores');
    return {
      hash: textOrNull(pulse?.hash),
      updatedAt: textOrNull(pulse?.updated_at),
      syncedAt: textOrNull(last?.synced_at),
    };
  }

  /**
   * Brings the global pulse in KV up to date: no write where it is, at most one a second otherwise.
   *
   * Every caller's state is in KV when its promise resolves; several that come at once share a write.
   */
  publish(): Promise<void> {
    return this.#writes.run(async () => {
      if (!(await this.#isBehind())) return;
      const early = this.nextPutAt() - this.#clock.now();
      if (early > 0) await this.#clock.sleep(early);
      await this.#put();
    });
  }

  /**
   * Compares the global pulse with what stands in KV, and puts it again if that is another or none.
   *
   * @param mayLag whether a pulse that was put lately is believed to be there, as KV may not show it yet.
   */
  async restore({ mayLag }: { mayLag: boolean }): Promise<void> {
    const [pulse] = this.#database.exec('SELECT hash, put_at FROM pulse WHERE id = 1');
    if (pulse === undefined) return;
    if (mayLag && Number(pulse.put_at) > this.#clock.now() - KV_LAG_MS) return;
    const text = await this.#kv.get(keys.deploymentPulse);
    if (pulseHashIn(text) === pulse.hash) return;
    this.#database.exec('UPDATE pulse SET is_written = 0 WHERE id = 1');
    await this.publish();
  }

  /** When KV takes the next write of the pulse, epoch ms; in the past if at any time. */
  nextPutAt(): number {
    const [pulse] = this.#database.exec('SELECT put_at FROM pulse WHERE id = 1');
    return Number(pulse?.put_at ?? 0) + PUT_INTERVAL_MS;
  }

  async #put(): Promise<void> {
    const { hash: before, updatedAt: unchangedSince } = this.state();
    const hash = await this.#presentHash();
    const now = this.#clock.now();
    const updatedAt =
      hash === before && unchangedSince !== null ? unchangedSince : new Date(now).toISOString();
    // Noted as unwritten first: if the put fails or this process ends, it is done again.
    this.#save(hash, updatedAt, now, 0);
    const metadata = { h: hash, v: recordVersion('deployment-pulse'), u: updatedAt };
    await this.#kv.put(keys.deploymentPulse, JSON.stringify({ hash, updatedAt }), metadata);
    this.#save(hash, updatedAt, now, 1);
  }

  #save(hash: string, updatedAt: string, putAt: number, isWritten: 0 | 1): void {
    this.#database.exec(
      'INSERT OR REPLACE INTO pulse (id, hash, updated_at, put_at, is_written) VALUES (1, ?, ?, ?, ?)',
      hash,
      updatedAt,
      putAt,
      isWritten,
    );
  }

  async #isBehind(): Promise<boolean> {
    const [pulse] = this.#database.exec('SELECT hash, is_written FROM pulse WHERE id = 1');
    const { size } = this.#storeHashes();
    if (pulse === undefined) return size > 0;
    return pulse.is_written !== 1 || pulse.hash !== (await this.#presentHash());
  }

  #presentHash(): Promise<string> {
    return deploymentHash(this.#storeHashes());
  }

  #storeHashes(): Map<string, string> {
    const rows = this.#database.exec("SELECT code, hash FROM stores WHERE hash <> ''");
    return new Map(rows.map(({ code, hash }) => [String(code), String(hash)]));
  }
}

/** Null for whatever is no pulse. */
function pulseHashIn(text: string | null): string | null {
  try {
    return text === null ? null : (parseDeploymentPulse(JSON.parse(text))?.hash ?? null);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
