import * as z from 'zod';
import type { Command } from '../arguments/command.js';
import {
  historySchema,
  isEnd,
  type Progress,
  progressSchema,
  pulseSchema,
  resultSchema,
} from '../deployment/answers.js';
import { runPath } from '../deployment/follow-run.js';
import { readableCount, readableTime } from '../display/readable.js';
import { resultText } from '../display/result-text.js';
import { textTable } from '../display/text-table.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { follow } from './follow.js';
import { runTable } from './runs.js';
import { type CommandTools, writeResult } from './tools.js';

/** Enough to find the last run of every store. */
const LOOKED_AT = 100;

/** `maho-sync status`: the deployment, or one run. */
export async function status(
  tools: CommandTools,
  { run, follow: isFollowed }: Extract<Command, { name: 'status' }>,
): Promise<ExitCode> {
  if (run === null) return deploymentStatus(tools);
  return isFollowed ? follow(tools, run) : runStatus(tools, run);
}

async function deploymentStatus(tools: CommandTools): Promise<ExitCode> {
  const { client } = tools;
  const pulse = await client.get('/pulse', pulseSchema);
  const { runs } = await client.get(`/sync/runs?limit=${LOOKED_AT}`, historySchema);
  const latest = [...new Map([...runs].reverse().map((run) => [run.store, run])).values()];
  latest.sort((a, b) => (a.store < b.store ? -1 : 1));
  writeResult(tools, { pulse, runs: latest }, () =>
    [
      `Deployment       ${client.url.origin}`,
      `Data version     ${pulse.hash ?? 'none yet'}`,
      `Content changed  ${readableTime(pulse.updatedAt)}`,
      `Last good sync   ${readableTime(pulse.syncedAt)}`,
      '',
      latest.length === 0 ? 'Nothing was ever synced.\n' : runTable(latest),
    ].join('\n'),
  );
  return EXIT.done;
}

async function runStatus(tools: CommandTools, id: string): Promise<ExitCode> {
  const { client } = tools;
  const path = runPath(id);
  const body = await client.get(path, z.unknown());
  const { state } = client.parse(body, path, z.object({ state: z.string() }));
  if (!isEnd(state)) {
    const progress = client.parse(body, path, progressSchema);
    writeResult(tools, body, () => progressText(progress));
    return EXIT.done;
  }
  const result = client.parse(body, path, resultSchema);
  writeResult(tools, body, () => resultText(result));
  return result.success ? EXIT.done : EXIT.failed;
}

function progressText({ state, type, run, products, stores }: Progress): string {
  const table = textTable(
    ['Store', 'State', 'Stage', 'Written', 'Deleted', 'Failed'],
    stores.map((store) => [
      store.code,
      store.state ?? '–',
      store.stage ?? '–',
      ...[store.written, store.deleted, store.failed].map(readableCount),
    ]),
  );
  const count = `${readableCount(products.inKv)} of ${readableCount(products.listed)} products are in KV.`;
  return `Run ${run} (${type}) is ${state}. ${count}\n\n${table}`;
}
