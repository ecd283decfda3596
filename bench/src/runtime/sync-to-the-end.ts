import { setTimeout as sleep } from 'node:timers/promises';
import { hasRunEnded } from '@maho-storefront/sync-core';
import * as z from 'zod';
import type { WorkerApi } from './worker-api.ts';

/** A look at a large store's progress counts its products. */
const POLL_MS = 2_000;

const started = z.object({ run: z.string() });
const standing = z.object({ state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']) });
const ended = z.object({
  written: z.number(),
  deleted: z.number(),
  run: z.string(),
  stores: z.tuple([z.object({ run: z.string() })]),
});

/** What a sync of one store says of itself when it has ended. */
export type EndedSync = z.output<typeof ended>;

/**
 * Syncs by the Worker's own API and waits for the end; one that takes longer than the Worker waits is answered
 * with where to ask for it.
 *
 * @param path `/sync`, or one type's.
 */
export async function syncToTheEnd(
  api: WorkerApi,
  path = '/sync',
  headers: Record<string, string> = {},
): Promise<EndedSync> {
  const answer = await api.call('POST', path, headers);
  const direct = ended.safeParse(answer);
  if (direct.success) return direct.data;
  const { run } = started.parse(answer);
  for (;;) {
    const report = await api.call('GET', `/sync/runs/${run}`);
    const { state } = standing.parse(report);
    if (hasRunEnded({ state })) return ended.parse(report);
    await sleep(POLL_MS);
  }
}
