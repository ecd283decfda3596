import type { MahoApiClient } from '@maho-storefront/maho-client';
import type { SyncLimits } from './limits.js';
import type { CatalogIndex } from './ports/catalog-index.js';
import type { Clock } from './ports/clock.js';
import type { KvStore } from './ports/kv-store.js';
import type { PulseAnnouncer } from './ports/pulse-announcer.js';
import type { RunProgress } from './run/run-progress.js';
import type { StageName } from './run/sync-scope.js';

/** A fault of this code or of the storage, which would end the run's next slice as well. */
export interface SyncFault {
  store: string;
  /** Id of the run. */
  run: string;
  /** Where the run had come to. */
  stage: StageName | null;
  error: unknown;
}

export interface StoreSyncOptions {
  /** Store-view code. */
  store: string;
  /** Client of this store view; it brings timeouts, retries and its bound on requests in flight. */
  maho: MahoApiClient;
  kv: KvStore;
  index: CatalogIndex;
  clock: Clock;
  /** Those of Cloudflare's paid plan by default. */
  limits?: SyncLimits;
  announcer?: PulseAnnouncer;
  /** What pages may show of the stores of the deployment; part of the pulse. */
  registry?: readonly object[];
  /** Move the pulse after every sync, even when nothing changed. */
  pulseOnEverySync?: boolean;
  /** Told after each stage of a run and at its end. */
  onProgress?: (progress: RunProgress) => void;
  /** Told of what ended a run and should never happen; the run's report has only the error's message. */
  onFault?: (fault: SyncFault) => void;
  /** Makes ids of runs. */
  newId: () => string;
}
