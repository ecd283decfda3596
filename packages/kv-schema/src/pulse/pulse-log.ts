import { PulseLogGapError } from '../errors/pulse-log-gap-error.js';
import { EVERYTHING, type PulseLogEntry, type StorePulse } from './pulse-record.js';

/** Milliseconds for which an entry's effect is never forgotten: 10 minutes. */
export const PULSE_LOG_KEEP_MS = 10 * 60 * 1000;
/** Bytes the JSON of a whole pulse record may take: 64 KB. */
export const PULSE_LOG_MAX_BYTES = 64 * 1024;

const LARGEST_EMPTY_RECORD: StorePulse = {
  hash: 'f'.repeat(32),
  seq: Number.MAX_SAFE_INTEGER,
  updatedAt: new Date(0).toISOString(),
  log: [],
};
const LOG_BUDGET_BYTES = PULSE_LOG_MAX_BYTES - JSON.stringify(LARGEST_EMPTY_RECORD).length;
const LARGEST_EVERYTHING_ENTRY: PulseLogEntry = {
  seq: Number.MAX_SAFE_INTEGER,
  at: Number.MAX_SAFE_INTEGER,
  changed: EVERYTHING,
};

/**
 * The log with one more entry, small enough for the whole record to stay within 64 KB.
 *
 * Sequence numbers stay contiguous. As long as everything fits, nothing goes. Otherwise the oldest entries go,
 * and only as many as must: if all of those are older than 10 minutes they are dropped, if not they become one
 * `*` entry with the seq and time of the newest of them, so that no page older than it passes for unchanged.
 * @param now epoch milliseconds
 * @throws PulseLogGapError if the entry's seq does not follow the newest one of the log.
 */
export function appendToLog(
  log: readonly PulseLogEntry[],
  entry: PulseLogEntry,
  { now }: { now: number },
): PulseLogEntry[] {
  const newest = log.at(-1);
  if (newest !== undefined && entry.seq !== newest.seq + 1) throw new PulseLogGapError(newest.seq, entry.seq);
  const entries = [...log, entry];
  const surplus = countOverBudget(entries, LOG_BUDGET_BYTES);
  if (surplus === 0) return entries;
  const mayDrop =
    surplus < entries.length && entries.slice(0, surplus).every((old) => isForgettable(old, now));
  return mayDrop ? entries.slice(surplus) : collapseOldest(entries);
}

function collapseOldest(entries: readonly PulseLogEntry[]): PulseLogEntry[] {
  const count = countOverBudget(entries, LOG_BUDGET_BYTES - entryBytes(LARGEST_EVERYTHING_ENTRY));
  const newestCollapsed = entries.slice(0, count).at(-1);
  if (newestCollapsed === undefined) return [...entries];
  return [{ seq: newestCollapsed.seq, at: newestCollapsed.at, changed: EVERYTHING }, ...entries.slice(count)];
}

/** How many of the oldest entries have to go for the others to fit. */
function countOverBudget(entries: readonly PulseLogEntry[], budget: number): number {
  let left = budget;
  let kept = 0;
  for (const entry of entries.toReversed()) {
    left -= entryBytes(entry);
    if (left < 0) break;
    kept += 1;
  }
  return entries.length - kept;
}

/** Bytes of an entry in the record, its comma included; all of it is ASCII. */
function entryBytes(entry: PulseLogEntry): number {
  return JSON.stringify(entry).length + 1;
}

function isForgettable(entry: PulseLogEntry, now: number): boolean {
  return now - entry.at > PULSE_LOG_KEEP_MS;
}
