import type { Terminal } from '../terminal.js';

export interface RecordedTerminal extends Terminal {
  /** All that was written so far. */
  written: { out: string; err: string };
}

/** A terminal whose text is kept, and whose clock stands still but for `sleep`, which takes no time. */
export function recordedTerminal(fields: Partial<Terminal> & { isTTY?: boolean } = {}): RecordedTerminal {
  const written = { out: '', err: '' };
  const { isTTY = false, ...rest } = fields;
  const output = (name: 'out' | 'err') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY,
    columns: 120,
  });
  let now = Date.UTC(2026, 10, 27, 12);
  return {
    written,
    out: output('out'),
    err: output('err'),
    environment: {},
    askHidden: null,
    readFile: async (path) => {
      throw new Error(`ENOENT: ${path}`);
    },
    fetch,
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    ...rest,
  };
}
