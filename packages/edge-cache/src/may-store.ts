import type { Pulse } from './pulse.js';
import type { PageRead, ReadRecorder } from './read-recorder.js';
import { hasStorableStatus, isPersonal, type RenderedPage } from './rendered-page.js';

/** How long a page is kept at most whose content came from a backend. */
export const ASKED_BACKEND_MS = 60_000;
/** How long nothing is stored after a publish whose changes the log could not name: a key-value store may lag so long. */
export const EVERYTHING_CHANGED_MS = 120_000;

/**
 * Why a page is not stored: it is made for one visitor; its status is an error's; one key changed while it was
 * rendered; it read other content than the log names; the log cannot name what just changed; its end is past.
 */
export type NotStoredReason = 'personal' | 'status' | 'torn' | 'behind' | 'everything-changed' | 'ended';

/** Whether a page may be stored, and how long it may live (epoch milliseconds, null without an end). */
export type StoreDecision = { store: true; endsAt: number | null } | { store: false; why: NotStoredReason };

/**
 * Decides whether a page that was just rendered may be stored.
 * @param pulse the one that was read before the rendering began; a later one may know of changes that the page missed
 * @param now epoch milliseconds at which the rendering began
 */
export function mayStore(
  page: RenderedPage,
  recorder: ReadRecorder,
  pulse: Pulse,
  now: number,
): StoreDecision {
  const why = whyNot(page, recorder, pulse, now);
  if (why !== null) return { store: false, why };
  const ownEnd = page.endsAt ?? null;
  if (page.askedBackend !== true) return { store: true, endsAt: ownEnd };
  return { store: true, endsAt: Math.min(ownEnd ?? Number.POSITIVE_INFINITY, now + ASKED_BACKEND_MS) };
}

function whyNot(
  page: RenderedPage,
  recorder: ReadRecorder,
  pulse: Pulse,
  now: number,
): NotStoredReason | null {
  if (isPersonal(page)) return 'personal';
  if (!hasStorableStatus(page)) return 'status';
  if (recorder.torn) return 'torn';
  const doubt = whyReadsAreDoubtful(recorder.reads, pulse, now);
  if (doubt !== null) return doubt;
  return page.endsAt != null && page.endsAt <= now ? 'ended' : null;
}

/**
 * Why what was read may not be what the data holds: a store of data may lag behind the pulse.
 * @param pulse the one that was known before the reads
 */
export function whyReadsAreDoubtful(
  reads: readonly PageRead[],
  pulse: Pulse,
  now: number,
): 'everything-changed' | 'behind' | null {
  if (pulse.everythingAt !== null && now - pulse.everythingAt < EVERYTHING_CHANGED_MS) {
    return 'everything-changed';
  }
  return reads.some(([key, fingerprint]) => isBehind(pulse, key, fingerprint)) ? 'behind' : null;
}

function isBehind(pulse: Pulse, key: string, fingerprint: string | null): boolean {
  const expected = pulse.expects(key);
  return expected !== undefined && expected !== fingerprint;
}
