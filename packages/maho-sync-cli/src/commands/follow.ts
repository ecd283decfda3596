import { followRun } from '../deployment/follow-run.js';
import { ProgressDisplay } from '../display/progress-display.js';
import { resultText } from '../display/result-text.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type CommandTools, writeResult } from './tools.js';

/** Shows a run to its end; the exit code tells how that was. */
export async function follow(tools: CommandTools, run: string): Promise<ExitCode> {
  const { client, terminal } = tools;
  const display = new ProgressDisplay(terminal.err, terminal.now);
  try {
    const { result, body } = await followRun({
      client,
      run,
      onProgress: (progress) => display.show(progress),
      sleep: terminal.sleep,
    });
    display.end();
    writeResult(tools, body, () => resultText(result));
    return result.success ? EXIT.done : EXIT.failed;
  } finally {
    display.end();
  }
}
