import {
  addElement,
  appendToLog,
  EMPTY_SUM,
  encodeChanges,
  formatSum,
  keys,
  PULSE_LOG_MAX_BYTES,
  parseStorePulse,
  parseSum,
  pulseElement,
  recordVersion,
  removeElement,
  type StorePulse,
} from '@maho-storefront/kv-schema';
import type { Meta } from '../catalog-index/meta.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { Clock } from '../ports/clock.js';
import type { KvStore } from '../ports/kv-store.js';
import type { PulseAnnouncer } from '../ports/pulse-announcer.js';
import { retryKvWrite } from '../writing/kv-retry.js';
import type { WriteAllowance } from '../writing/write-allowance.js';
import { AnnounceError } from './announce-error.js';

/** KV takes one write a second for one key. */
const PULSE_PUT_INTERVAL_MS = 1_000;
/** The store's pulse, and the deployment's that follows from it. */
const WRITES_OF_A_PUBLISH = 2;
/** Stands for no key in KV: it cannot be the name of one, because its part before the colon is empty. */
const REFRESH_ELEMENT_KEY = ':refresh';

/** Rows that are loaded at a time. */
const PENDING_PORTION = 1_000;
/** Of a key in an entry of the log: see `encodeChanges`. */
const CHANGE_CHARACTERS = 16;
/** Keys of which an entry of the log is too large to name them; it stands for everything then. */
const TOO_MANY_TO_NAME = PULSE_LOG_MAX_BYTES / CHANGE_CHARACTERS + 1;

/** What is kept of a pending key until its pulse is made: there may be as many as the catalogue has. */
interface Change {
  key: string;
  now: string;
  /** What the sum moves by. */
  by: bigint;
  isTakenBack: boolean;
}

export interface PublishOptions {
  /** Move the pulse even if nothing changed: pages are validated, none is rendered. */
  refresh: boolean;
  /** Wait for the second between two puts to pass; otherwise leave the change pending. */
  wait: boolean;
}

/**
 * Turns pending keys into a new pulse: the sum of SHA-256(key, NUL, hash) over all keys, moved by what
 * changed. The record is made durable before it is put, so a crash repeats the same record.
 */
export class PulsePublisher {
  constructor(
    private readonly store: string,
    private readonly index: CatalogIndex,
    private readonly meta: Meta,
    private readonly kv: KvStore,
    private readonly clock: Clock,
    private readonly announcer: PulseAnnouncer,
    private readonly allowance: WriteAllowance,
  ) {}

  /** The last pulse that was made, in KV or about to be; null before the first. */
  current(): StorePulse | null {
    const text = this.meta.get('pulse');
    return text === undefined ? null : parseStorePulse(JSON.parse(text));
  }

  get hasPending(): boolean {
    return (
      this.index.scan('pending', { limit: 1 }).length > 0 || this.meta.get('pulse-outbox') === 'unwritten'
    );
  }

  /** With an index that knows no pulse, goes on from the one in KV: its seq must never fall. */
  async continueFromKv(): Promise<void> {
    if (this.meta.get('pulse') !== undefined) return;
    const text = await this.kv.get(keys.pulse(this.store));
    const known = text === null ? null : parseStorePulse(jsonOrNull(text));
    if (known) this.meta.set('pulse', JSON.stringify(known));
  }

  /** Publishes what is pending. @returns the store's present pulse. */
  async publish({ refresh, wait }: PublishOptions): Promise<StorePulse | null> {
    if (!wait && this.isTooEarly()) return this.current();
    await this.emptyOutbox();
    const changes = await this.pendingChanges();
    const refreshes = Number(this.meta.get('refreshes') ?? 0) + (refresh ? 1 : 0);
    const refreshElement =
      refreshes > 0 ? await pulseElement(REFRESH_ELEMENT_KEY, String(refreshes)) : EMPTY_SUM;
    this.index.transaction(() => this.prepare(changes, refreshes, refreshElement));
    await this.emptyOutbox();
    return this.current();
  }

  /** Publishes what is pending, if this long has passed since the pulse was last put and since `since`. */
  async publishAfter(ms: number, since: number): Promise<void> {
    const last = Math.max(since, Number(this.meta.get('pulse-put-at') ?? 0));
    if (this.hasPending && this.clock.now() - last >= ms) await this.publish({ refresh: false, wait: false });
  }

  /**
   * Tells the deployment where this store stands.
   *
   * @throws AnnounceError when it cannot be told; it is told again with the next publish or run.
   */
  async announce(): Promise<void> {
    const pulse = this.current();
    if (!pulse) return;
    try {
      await this.announcer.announce({
        store: this.store,
        hash: pulse.hash,
        seq: pulse.seq,
        updatedAt: pulse.updatedAt,
        syncedAt: this.meta.get('synced-at') ?? null,
      });
    } catch (cause) {
      throw new AnnounceError(this.store, { cause });
    }
  }

  private async pendingChanges(): Promise<Change[]> {
    const changes: Change[] = [];
    for (let after = ''; ; ) {
      const rows = this.index.scan('pending', { after: [after], limit: PENDING_PORTION });
      for (const { key, publishedHash } of rows) changes.push(await this.changeOf(key, publishedHash));
      const last = rows.at(-1);
      if (!last) return changes;
      after = last.key;
    }
  }

  private async changeOf(key: string, before: string): Promise<Change> {
    const now = this.index.get('records', [key])?.hash ?? '';
    const elementBefore = before === '' ? EMPTY_SUM : await pulseElement(key, before);
    const elementNow = now === '' ? EMPTY_SUM : await pulseElement(key, now);
    return { key, now, by: removeElement(elementNow, elementBefore), isTakenBack: before === now };
  }

  private prepare(changes: readonly Change[], refreshes: number, refreshElement: bigint): void {
    const { sum, changed, isTakenBack } = this.drain(changes);
    this.meta.set('sum', formatSum(sum));
    this.meta.set('refreshes', String(refreshes));
    const hash = formatSum(addElement(sum, refreshElement));
    const last = this.current();
    // A key that was written and taken back was there to be read meanwhile: pages must look at it again.
    if (last?.hash === hash && !isTakenBack) return;
    const now = this.clock.now();
    const seq = (last?.seq ?? 0) + 1;
    const entry = { seq, at: now, changed: encodeChanges(changed) };
    const log = appendToLog(last?.log ?? [], entry, { now });
    const updatedAt = last?.hash === hash ? last.updatedAt : new Date(now).toISOString();
    const next: StorePulse = { hash, seq, updatedAt, log };
    this.meta.set('pulse', JSON.stringify(next));
    this.meta.set('pulse-outbox', 'unwritten');
  }

  /** Takes keys that are as they were read out of what is pending. @returns where the sum is then, and what the log names. */
  private drain(changes: readonly Change[]) {
    let sum = parseSum(this.meta.get('sum') ?? '') ?? EMPTY_SUM;
    let isTakenBack = false;
    const changed = new Map<string, string | null>();
    for (const change of changes) {
      // A key that moved on while the elements were computed stays pending for the next publish.
      if ((this.index.get('records', [change.key])?.hash ?? '') !== change.now) continue;
      this.index.delete('pending', [change.key]);
      isTakenBack ||= change.isTakenBack;
      sum = addElement(sum, change.by);
      if (changed.size < TOO_MANY_TO_NAME) changed.set(change.key, change.now === '' ? null : change.now);
    }
    return { sum, changed, isTakenBack };
  }

  /** Puts and announces the pulse that was made, if that has not been done. */
  private async emptyOutbox(): Promise<void> {
    const pulse = this.current();
    if (!pulse || this.meta.get('pulse-outbox') !== 'unwritten') return;
    const early = this.earlyBy();
    if (early > 0) await this.clock.sleep(early);
    const metadata = { h: pulse.hash, v: recordVersion('pulse'), u: pulse.updatedAt };
    this.meta.set('pulse-put-at', String(this.clock.now()));
    this.allowance.spend(WRITES_OF_A_PUBLISH);
    const key = keys.pulse(this.store);
    await retryKvWrite(this.clock, 'put', key, () => this.kv.put(key, JSON.stringify(pulse), metadata));
    await this.announce();
    // Another pulse may have been made while this one was on its way.
    if (this.current()?.seq === pulse.seq) this.meta.set('pulse-outbox', 'written');
  }

  private isTooEarly(): boolean {
    return this.earlyBy() > 0;
  }

  private earlyBy(): number {
    const last = Number(this.meta.get('pulse-put-at') ?? 0);
    return Math.max(0, last + PULSE_PUT_INTERVAL_MS - this.clock.now());
  }
}

/** Whether something changed that no pulse in KV tells of. */
export function hasUnpublished(index: CatalogIndex, meta: Meta): boolean {
  return index.scan('pending', { limit: 1 }).length > 0 || meta.get('pulse-outbox') === 'unwritten';
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
