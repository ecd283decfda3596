import type { FillCommand } from '../arguments/command.js';
import { isEnd } from '../deployment/answers.js';
import { ProgressDisplay } from '../display/progress-display.js';
import { resultText } from '../display/result-text.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { fillSettings } from '../fill/fill-settings.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';
import { writeResult } from './tools.js';

const NEXT = `
What is next: deploy the Worker with this namespace, and have it sync once: maho-sync run --follow.
It takes over what is in KV and writes only what changed meanwhile. From then on it is the only one who writes.
`;

/** `maho-sync fill`: what only a fill needs is loaded only for one. */
export async function fill(terminal: Terminal, command: FillCommand, isJson: boolean): Promise<ExitCode> {
  const settings = fillSettings(terminal.environment);
  const { fillStores, fillProgress, fillResult } = await loadFill();
  const display = new ProgressDisplay(terminal.err, terminal.now);
  try {
    const filled = await fillStores({
      settings,
      command,
      clock: { now: terminal.now, sleep: terminal.sleep },
      fetch: terminal.fetch,
      onSlice: (store, sync, runId) => {
        const progress = fillProgress(store, sync, runId);
        if (!isEnd(progress.state)) display.show(progress);
      },
    });
    display.end();
    const result = fillResult(filled);
    const advice = result.success ? NEXT : '\nThe same command goes on where this one stopped.\n';
    writeResult({ terminal, isJson }, result, () => resultText(result) + advice);
    return result.success ? EXIT.done : EXIT.failed;
  } finally {
    display.end();
  }
}

/** @throws UsageError where Node has no SQLite. */
async function loadFill() {
  try {
    const [{ fillStores }, { fillProgress, fillResult }] = await Promise.all([
      import('../fill/fill-stores.js'),
      import('../fill/fill-report.js'),
    ]);
    return { fillStores, fillProgress, fillResult };
  } catch (cause) {
    const isUnknown = cause instanceof Error && Reflect.get(cause, 'code') === 'ERR_UNKNOWN_BUILTIN_MODULE';
    if (!isUnknown) throw cause;
    throw new UsageError(`"fill" needs Node 22.13 or newer, with SQLite; this is ${process.version}.`, {
      cause,
    });
  }
}
