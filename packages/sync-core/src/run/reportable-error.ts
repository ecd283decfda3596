import { MahoApiError } from '@maho-storefront/maho-client';
import { KvReadError } from '../kv-store/kv-read-error.js';
import { AnnounceError } from '../pulse/announce-error.js';
import { KvWriteError } from '../writing/kv-write-error.js';
import { SyncError } from './sync-error.js';

const REPORTABLE = [MahoApiError, KvReadError, KvWriteError, AnnounceError, SyncError];

/** Errors that a run reports; any other is a fault of this code or of the storage, and is thrown. */
export function isReportable(error: unknown): boolean {
  return REPORTABLE.some((type) => error instanceof type);
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
