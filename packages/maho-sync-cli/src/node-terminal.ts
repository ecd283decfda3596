import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { askHidden } from './secret/hidden-prompt.js';
import type { Output, Terminal } from './terminal.js';

/** This process. */
export function nodeTerminal(): Terminal {
  const { stdin, stderr } = process;
  return {
    out: outputOf(process.stdout),
    err: outputOf(stderr),
    environment: process.env,
    askHidden: stdin.isTTY && stderr.isTTY ? (question) => askHidden(question, stdin, stderr) : null,
    readFile: (path) => readFile(path, 'utf8'),
    fetch,
    now: () => Date.now(),
    sleep: (ms) => sleep(ms),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80;
    },
  };
}
