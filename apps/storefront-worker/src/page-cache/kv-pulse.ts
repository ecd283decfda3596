import type { Changes, Pulse } from '@maho-storefront/edge-cache';
import {
  changesSince,
  DELETED_FINGERPRINT,
  EVERYTHING,
  fingerprint,
  type PulseLogEntry,
  type StorePulse,
} from '@maho-storefront/kv-schema';

const KEY_CHARACTERS = 8;
const PAIR_CHARACTERS = 16;

/** A store's pulse record as the page cache understands it. */
export function pulseOf(record: StorePulse): Pulse {
  const everything = record.log.filter(({ changed }) => changed === EVERYTHING);
  // Many pages ask for the same few publishes.
  const changesBySeq = new Map<number, Changes>();
  let newest: Map<string, string> | null = null;
  return {
    hash: record.hash,
    seq: record.seq,
    everythingAt: everything.length === 0 ? null : Math.max(...everything.map(({ at }) => at)),
    changesSince(seq) {
      const known = changesBySeq.get(seq);
      if (known !== undefined) return known;
      const changes = changesIn(record, seq);
      changesBySeq.set(seq, changes);
      return changes;
    },
    expects(key) {
      newest ??= newestContents(record.log);
      const content = newest.get(fingerprint(key));
      return content === DELETED_FINGERPRINT ? null : content;
    },
  };
}

function changesIn({ log, seq: head }: StorePulse, seq: number): Changes {
  const changes = changesSince(log, head, seq);
  if (!changes.reach) return { reaches: false };
  const { changed } = changes;
  return { reaches: true, has: (key) => changed.size > 0 && changed.has(fingerprint(key)) };
}

/** Fingerprint of each key that the log names → fingerprint of what it held last. */
function newestContents(log: readonly PulseLogEntry[]): Map<string, string> {
  const contents = new Map<string, string>();
  for (const { changed } of log) {
    if (changed === EVERYTHING) continue;
    for (let at = 0; at < changed.length; at += PAIR_CHARACTERS) {
      contents.set(
        changed.slice(at, at + KEY_CHARACTERS),
        changed.slice(at + KEY_CHARACTERS, at + PAIR_CHARACTERS),
      );
    }
  }
  return contents;
}
