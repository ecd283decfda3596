import * as z from 'zod';
import type { Command } from '../arguments/command.js';
import { historySchema, type Run } from '../deployment/answers.js';
import { readableCount, readableSpan, readableTime } from '../display/readable.js';
import { textTable } from '../display/text-table.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type CommandTools, writeResult } from './tools.js';

/** `maho-sync runs`: history, latest first. */
export async function runs(
  tools: CommandTools,
  { store, limit }: Extract<Command, { name: 'runs' }>,
): Promise<ExitCode> {
  const query = new URLSearchParams({ limit: String(limit), ...(store === null ? {} : { store }) });
  const path = `/sync/runs?${query}`;
  const body = await tools.client.get(path, z.unknown());
  const history = tools.client.parse(body, path, historySchema);
  writeResult(tools, body, () => (history.runs.length === 0 ? 'No run yet.\n' : runTable(history.runs)));
  return EXIT.done;
}

export function runTable(list: readonly Run[]): string {
  return textTable(
    ['Store', 'State', 'What', 'Asked for', 'Took', 'Written', 'Unchanged', 'Deleted', 'Failed', 'Run'],
    list.map((run) => [
      run.store,
      run.state,
      `${run.scope}, ${run.trigger}`,
      readableTime(run.createdAt),
      readableSpan(run.startedAt, run.finishedAt),
      ...[run.written, run.unchanged, run.deleted, run.failures].map(readableCount),
      run.id,
    ]),
  );
}
