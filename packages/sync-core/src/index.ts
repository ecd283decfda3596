export { MemoryCatalogIndex } from './catalog-index/memory-index.js';
export { IndexTooNewError, SqlCatalogIndex, type SqlDatabase } from './catalog-index/sql-index.js';
export type { IndexRow, IndexTableName } from './catalog-index/tables.js';
export { DryRun, type DryRunReport, type KeyChange } from './dry-run/dry-run.js';
export { DryRunError, type DryRunErrorCode } from './dry-run/dry-run-error.js';
export type { KeyChangeKind } from './dry-run/noting-kv-store.js';
export { nextDateBoundary, nextMidnight, startOfDay } from './due/date-window.js';
export type { DueReason } from './due/due-table.js';
export { KeyEditError, type KeyEditErrorCode } from './key-edits/key-edit-error.js';
export { KeyEdits, type KeyRemoval } from './key-edits/key-edits.js';
export { type MemoryKvEntry, MemoryKvStore } from './kv-store/memory-kv-store.js';
export { limitsOf, type Plan, type SyncLimits } from './limits.js';
export type { PageEntity } from './page-entity.js';
export type { PagePaths } from './page-paths.js';
export type { CatalogIndex, IndexScan } from './ports/catalog-index.js';
export type { Clock } from './ports/clock.js';
export type { KeyPage, KvStore, ListedKey } from './ports/kv-store.js';
export type { PulseAnnouncer, StoreAnnouncement } from './ports/pulse-announcer.js';
export { productCard } from './records/product-record.js';
export { MAX_REQUESTED_IDS } from './run/requested-ids.js';
export type { RunProgress } from './run/run-progress.js';
export {
  hasRunEnded,
  NO_SWITCHES,
  type RetryingEntity,
  type RunRecord,
  type RunRequest,
  type RunState,
  type RunSwitches,
  type RunTrigger,
  type SyncedCounts,
} from './run/run-record.js';
export type { RequestCause, RunReport, SyncFailure, WriteCause, WriteReason } from './run/run-report.js';
export { SyncError, type SyncErrorCode } from './run/sync-error.js';
export type { SyncHealth } from './run/sync-health.js';
export type { StageName, SyncEntity, SyncScope } from './run/sync-scope.js';
export { StoreSync } from './store-sync.js';
export type { StoreSyncOptions, SyncFault } from './store-sync-options.js';
