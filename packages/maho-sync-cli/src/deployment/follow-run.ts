import * as z from 'zod';
import { isEnd, type Progress, progressSchema, type Result, resultSchema } from './answers.js';
import type { DeploymentClient } from './deployment-client.js';
import { DeploymentError } from './deployment-error.js';
import { readEvents, type StreamMemory } from './event-reader.js';

export interface FollowOptions {
  client: DeploymentClient;
  run: string;
  onProgress: (progress: Progress) => void;
  sleep: (ms: number) => Promise<void>;
}

/** A run that has ended: as it is understood, and as it was answered. */
export interface EndedRun {
  result: Result;
  body: unknown;
}

/** Until the deployment says otherwise. */
const RETRY_MS = 1_000;
/** A deployment that cannot be reached this often in a row is gone; the run goes on without us. */
const MAX_FAILURES_IN_A_ROW = 6;

const anyState = z.object({ state: z.string() });

/**
 * Follows a run to its end, over as many connections as that takes. A deployment that knows no server-sent events is
 * asked again and again.
 *
 * @throws DeploymentError when the run is not known, or the deployment cannot be reached for a while.
 */
export async function followRun({ client, run, onProgress, sleep }: FollowOptions): Promise<EndedRun> {
  const path = runPath(run);
  const memory: StreamMemory = { lastId: null, retryMs: RETRY_MS };
  for (let failures = 0; ; ) {
    try {
      const ended = await followOnce(client, path, memory, (progress) => {
        failures = 0;
        onProgress(progress);
      });
      if (ended !== null) return ended;
      failures = 0;
    } catch (error) {
      if (!(error instanceof DeploymentError && error.retryable)) throw error;
      failures += 1;
      if (failures === MAX_FAILURES_IN_A_ROW) throw error;
    }
    await sleep(memory.retryMs * 2 ** failures);
  }
}

export function runPath(run: string): string {
  return `/sync/runs/${encodeURIComponent(run)}`;
}

/** One connection. @returns null when the run has not ended by its end. */
async function followOnce(
  client: DeploymentClient,
  path: string,
  memory: StreamMemory,
  onProgress: (progress: Progress) => void,
): Promise<EndedRun | null> {
  const response = await client.open('GET', path, {
    Accept: 'text/event-stream, application/json;q=0.5',
    ...(memory.lastId === null ? {} : { 'Last-Event-ID': memory.lastId }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!isStream || response.body === null) {
    await response.body?.cancel();
    return askOnce(client, path, onProgress);
  }
  try {
    for await (const { event, data } of readEvents(response.body, memory)) {
      const body: unknown = JSON.parse(data);
      if (event === 'end') return { result: client.parse(body, path, resultSchema), body };
      if (event === 'progress') onProgress(client.parse(body, path, progressSchema));
    }
  } catch (cause) {
    if (cause instanceof DeploymentError) throw cause;
    throw new DeploymentError('unreachable', `The progress of ${path} broke off: ${String(cause)}`, {
      cause,
    });
  }
  return null;
}

/** By a plain answer: of a deployment without events, of an error, of a run that ended while we were away. */
async function askOnce(
  client: DeploymentClient,
  path: string,
  onProgress: (progress: Progress) => void,
): Promise<EndedRun | null> {
  const body = await client.get(path, z.unknown());
  const { state } = client.parse(body, path, anyState);
  if (isEnd(state)) return { result: client.parse(body, path, resultSchema), body };
  onProgress(client.parse(body, path, progressSchema));
  return null;
}
