import type { KvKey } from '@maho-storefront/kv-schema';
import type { AddressBook } from '../addresses/address-book.js';
import type { RedirectBook } from '../addresses/redirect-book.js';
import type { Meta } from '../catalog-index/meta.js';
import { type DueTable, FULL_RUN } from '../due/due-table.js';
import type { SyncLimits } from '../limits.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { Clock } from '../ports/clock.js';
import type { KvStore } from '../ports/kv-store.js';
import type { BackendUrl } from '../records/backend-url.js';
import type { ContentHtml } from '../records/html/content-html.js';
import type { RecordToWrite, RecordWriter, WritableKey } from '../writing/record-writer.js';
import type { Suspects } from '../writing/suspects.js';
import type { WriteAllowance } from '../writing/write-allowance.js';
import type { Backend } from './backend.js';
import { reasonOf } from './reportable-error.js';
import type { RunRecord } from './run-record.js';
import { MAX_FAILURES, type WriteReason } from './run-report.js';
import type { SliceBudget } from './slice-budget.js';
import { isById, isCrawl, type SyncEntity } from './sync-scope.js';

/** What the stages of a run work with. */
export interface RunTools {
  store: string;
  index: CatalogIndex;
  meta: Meta;
  kv: KvStore;
  clock: Clock;
  limits: SyncLimits;
  backend: Backend;
  budget: SliceBudget;
  writer: RecordWriter;
  allowance: WriteAllowance;
  suspects: Suspects;
  redirects: RedirectBook;
  addresses: AddressBook;
  due: DueTable;
  toUrl: BackendUrl;
  /** Knows the host of the backend's pages from the moment the configuration has been read. */
  toHtml: ContentHtml;
}

/** One run during one slice. */
export class RunContext {
  /** Products being read now; true = became due again meanwhile. */
  readonly refreshing = new Map<number, boolean>();
  /** Products of the listing whose pages are being written: found out once a slice, not with every few pages. */
  listing: { categoryId: number; ids: readonly number[] } | null = null;

  constructor(
    readonly tools: RunTools,
    readonly run: RunRecord,
  ) {}

  /** Whether somebody wants the run to end: it does nothing more but publish what it has written. */
  get isCancelled(): boolean {
    return this.tools.meta.get(`cancel:${this.run.id}`) !== undefined;
  }

  /** A by-id run: it does what it was asked for and what follows from that, and leaves all else to others. */
  get isUrgent(): boolean {
    return isById(this.run.request.scope);
  }

  /** Whether the order of every category is read in this run anyway. */
  get readsAllOrders(): boolean {
    const { scope } = this.run.request;
    return isCrawl(scope) || (scope === 'changes' && this.isComplete('products'));
  }

  /** Whether no other run is under way that this one passes, or that passes this one, between two slices. */
  get isAlone(): boolean {
    return this.tools.index.count('runs', { by: 'byState', equals: ['running'] }) <= 1;
  }

  /** Writes a record and counts what came of it. @returns false when a daily limit put it off. */
  async write<K extends WritableKey>(record: RecordToWrite<K>, reason: WriteReason): Promise<boolean> {
    const outcome = await this.tools.writer.write(record);
    if (outcome === 'written') {
      this.run.report.written += 1;
      this.countWrite(record.key.type, reason);
    }
    if (outcome === 'deferred') this.noteDeferred();
    return outcome !== 'deferred';
  }

  /** Deletes a key. A cancelled run deletes nothing more: the key stays for a later one to decide on. */
  async remove(key: string, type: KvKey['type']): Promise<void> {
    if (this.isCancelled) return;
    const outcome = await this.tools.writer.remove(key);
    if (outcome === 'deferred') return this.noteDeferred();
    this.run.report.deleted += 1;
    this.countWrite(type, 'unclaimed');
  }

  /** Notes that one entity could not be brought up to date. */
  fail(entity: SyncEntity, id: number | null, error: unknown): void {
    const { report } = this.run;
    const known = report.failed.find((failure) => failure.entity === entity && failure.id === id);
    if (known && id !== null) {
      known.reason = reasonOf(error);
      return;
    }
    report.failures += 1;
    if (report.failed.length >= MAX_FAILURES) return;
    report.failed.push({ store: this.tools.store, entity, id, reason: reasonOf(error) });
  }

  /** Takes a failure back: the entity was brought up to date after all. */
  recover(entity: SyncEntity, id: number): void {
    const { report } = this.run;
    const remaining = report.failed.filter((failure) => failure.entity !== entity || failure.id !== id);
    report.failures -= report.failed.length - remaining.length;
    report.failed = remaining;
  }

  /** Notes that an entity could not be read to the end: nothing of it is deleted in this run. */
  break(entity: SyncEntity, error: unknown): void {
    this.fail(entity, null, error);
    if (!this.run.broken.includes(entity)) this.run.broken.push(entity);
  }

  /** Leaves an entity alone for the rest of the run. */
  hold(entity: SyncEntity): void {
    if (!this.run.held.includes(entity)) this.run.held.push(entity);
  }

  complete(entity: SyncEntity): void {
    if (!this.isBroken(entity) && !this.isComplete(entity)) this.run.complete.push(entity);
  }

  isBroken(entity: SyncEntity): boolean {
    return this.run.broken.includes(entity);
  }

  isHeld(entity: SyncEntity): boolean {
    return this.run.held.includes(entity);
  }

  /** Whether an entity was read to the end, and nothing has put that in doubt since. */
  isComplete(entity: SyncEntity): boolean {
    return this.run.complete.includes(entity) && !this.isBroken(entity);
  }

  private countWrite(type: KvKey['type'], reason: WriteReason): void {
    const { writes } = this.run.report;
    const cause = `${type}:${reason}` as const;
    writes[cause] = (writes[cause] ?? 0) + 1;
  }

  /** A plan's daily limit: the same scope is due again when the next day's writes begin. */
  private noteDeferred(): void {
    this.run.report.deferred += 1;
    this.tools.due.set('sync', FULL_RUN, this.tools.allowance.renewsAt(), 'deferred');
  }
}
