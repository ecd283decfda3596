import type { Clock, Defer } from './clock.js';
import type { GetPulse, Pulse } from './pulse.js';

/** How long a pulse is believed, and by which clock. */
export interface PulseMemoOptions {
  /** Milliseconds for which a pulse is used again; 0 reads it every time. */
  memoMs: number;
  clock: Clock;
  /** Keeps a read alive that other requests wait for, should the visitor who began it leave. */
  defer?: Defer;
}

/** Reads the pulse, and tells without reading what is known of it. */
export interface MemoizedPulse {
  (store: string): ReturnType<GetPulse>;
  /** The pulse that is believed now; null where it would have to be read or waited for. */
  known(store: string): Pulse | null;
}

interface Memo {
  readonly startedAt: number;
  readonly pulse: Pulse | null | Promise<Pulse | null>;
}

/**
 * The same source, read at most once per `memoMs` and store; requests that come while it is being read share the read.
 *
 * The age counts from the moment the read began, because what it found may be as old as that; so a read that never
 * ends holds nobody longer than `memoMs`. A failure and a missing pulse are not remembered.
 */
export function memoPulse(source: GetPulse, { memoMs, clock, defer }: PulseMemoOptions): MemoizedPulse {
  const memos = new Map<string, Memo>();

  function begin(store: string, startedAt: number): Memo['pulse'] {
    const found = source(store);
    if (!(found instanceof Promise)) {
      if (found !== null) memos.set(store, { startedAt, pulse: found });
      return found;
    }
    const memo: Memo = { startedAt, pulse: found };
    memos.set(store, memo);
    const settled = found.then(
      (pulse) => {
        if (memos.get(store) !== memo) return;
        if (pulse === null) memos.delete(store);
        else memos.set(store, { startedAt, pulse });
      },
      // Whoever awaits the read hears of the failure; here it is only forgotten.
      () => {
        if (memos.get(store) === memo) memos.delete(store);
      },
    );
    defer?.(settled);
    return found;
  }

  function believed(store: string, now: number): Memo | null {
    const memo = memos.get(store);
    if (memo === undefined) return null;
    const age = now - memo.startedAt;
    // A clock that was set back must not keep a pulse alive.
    return age >= 0 && age < memoMs ? memo : null;
  }

  function read(store: string): ReturnType<GetPulse> {
    const now = clock.now();
    const memo = believed(store, now);
    if (memo !== null) return memo.pulse;
    return memoMs > 0 ? begin(store, now) : source(store);
  }

  function known(store: string): Pulse | null {
    const pulse = believed(store, clock.now())?.pulse ?? null;
    return pulse instanceof Promise ? null : pulse;
  }

  return Object.assign(read, { known });
}
