import { fingerprint } from '@maho-storefront/kv-schema';
import type { ServerSentEvent } from '../http/event-stream.js';
import type { WorkerClock } from '../platform/clock.js';

/** What is watched, as one look finds it. */
export interface Sight {
  /** What a client is told when it has changed. */
  text: string;
  /** Whether nothing more will happen. */
  isEnd: boolean;
  /** Subrequests that the look cost. */
  calls: number;
}

export interface WatchOptions {
  /** The first look, which the caller has had already. */
  first: Sight;
  /** Null when there is nothing to see any more. */
  look: () => Promise<Sight | null>;
  pollMs: number;
  /** Subrequests that the looks of one connection may cost. */
  maxCalls: number;
  /** `Last-Event-ID`: what the client was told on an earlier connection; null on its first. */
  lastSeen: string | null;
  clock: WorkerClock;
  /** Aborts when the client has gone. */
  signal: AbortSignal;
}

/** Proxies close connections on which nothing happens. */
const HEARTBEAT_MS = 15_000;

/** Names a sight, so that a client that connects again is told only what is new to it. */
export function sightId({ text, isEnd }: Sight): string {
  return `${isEnd ? 'end' : 'progress'}-${fingerprint(text)}`;
}

/**
 * Events of something under way: `progress` whenever it looks otherwise than before, `end` with the last word. Ends
 * after that, and before the looks cost more than they may: the client then connects again by itself.
 */
export async function* watch(options: WatchOptions): AsyncGenerator<ServerSentEvent, void> {
  const { look, pollMs, maxCalls, clock, signal } = options;
  let sight: Sight | null = options.first;
  let seen = options.lastSeen;
  let calls = options.first.calls;
  let spokeAt = clock.now();
  // A client that was cut off, or whose connection has cost what it may, connects again when a look is due.
  yield { retry: pollMs };
  while (sight !== null) {
    const id = sightId(sight);
    if (id !== seen) {
      yield { event: sight.isEnd ? 'end' : 'progress', id, data: sight.text };
      seen = id;
      spokeAt = clock.now();
    } else if (clock.now() - spokeAt >= HEARTBEAT_MS) {
      yield { comment: 'still here' };
      spokeAt = clock.now();
    }
    if (sight.isEnd || calls + sight.calls > maxCalls) return;
    if (!(await pause(clock, pollMs, signal))) return;
    sight = await look();
    calls += sight?.calls ?? 0;
  }
}

/** @returns whether the client is still there after it. */
async function pause(clock: WorkerClock, ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await clock.sleep(ms, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}
