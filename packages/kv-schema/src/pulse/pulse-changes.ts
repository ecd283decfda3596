import { contentFingerprint, fingerprint } from './fingerprint.js';
import { EVERYTHING, type PulseLogEntry } from './pulse-record.js';

const FINGERPRINT_CHARACTERS = 8;

/** Key fingerprint → fingerprint of the key's newest content hash (`00000000` if deleted). */
export type FingerprintChanges = Map<string, string>;

/** What a log knows of the time since a page was rendered; without reach, anything may have changed. */
export type ChangesSince = { reach: true; changed: FingerprintChanges } | { reach: false };

/**
 * The `changed` text of a log entry: 16 hex characters per key.
 * @param changes key text → its new content hash (32 hex), or null if it was deleted
 */
export function encodeChanges(changes: ReadonlyMap<string, string | null>): string {
  return Array.from(changes, ([key, hash]) => fingerprint(key) + contentFingerprint(hash)).join('');
}

/**
 * What changed after publish `pageSeq` up to `headSeq`, the record's own seq; the newest content wins.
 *
 * Does not reach if an entry in between is missing or stands for everything, and for a page from a later publish
 * than this log knows.
 */
export function changesSince(log: readonly PulseLogEntry[], headSeq: number, pageSeq: number): ChangesSince {
  const changed: FingerprintChanges = new Map();
  let reached = pageSeq;
  for (const entry of log) {
    if (entry.seq <= pageSeq || entry.seq > headSeq) continue;
    if (entry.seq !== reached + 1 || entry.changed === EVERYTHING) return { reach: false };
    readChanges(entry.changed, changed);
    reached = entry.seq;
  }
  return reached === headSeq ? { reach: true, changed } : { reach: false };
}

function readChanges(text: string, into: FingerprintChanges): void {
  for (let at = 0; at < text.length; at += 2 * FINGERPRINT_CHARACTERS) {
    const middle = at + FINGERPRINT_CHARACTERS;
    into.set(text.slice(at, middle), text.slice(middle, middle + FINGERPRINT_CHARACTERS));
  }
}
