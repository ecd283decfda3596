import type { Changes, Pulse } from '../pulse.js';

/** One publish as a log remembers it: the changed keys with their new fingerprints, or that anything may have changed. */
export interface LogEntry {
  seq: number;
  at: number;
  changed: ReadonlyMap<string, string | null> | 'everything';
}

/** A pulse over a plain log, oldest entry first. */
export function pulseOf({
  hash,
  seq,
  log = [],
}: {
  hash: string;
  seq: number;
  log?: readonly LogEntry[];
}): Pulse {
  const everything = log.filter((entry) => entry.changed === 'everything').at(-1);
  return {
    hash,
    seq,
    everythingAt: everything?.at ?? null,
    changesSince: (since) => changesSince(log, since, seq),
    expects(key) {
      for (const { changed } of log.toReversed()) {
        if (changed === 'everything') return undefined;
        const expected = changed.get(key);
        if (expected !== undefined) return expected;
      }
      return undefined;
    },
  };
}

function changesSince(log: readonly LogEntry[], since: number, head: number): Changes {
  const entries = log.filter((entry) => entry.seq > since);
  const isWhole = entries.length === head - since;
  if (!isWhole || entries.some(({ changed }) => changed === 'everything')) return { reaches: false };
  return {
    reaches: true,
    has: (key) => entries.some(({ changed }) => changed !== 'everything' && changed.has(key)),
  };
}
