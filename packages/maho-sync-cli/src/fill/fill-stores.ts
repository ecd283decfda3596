import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudflareKvStore, KvApiError } from '@maho-storefront/cloudflare-kv';
import { keys } from '@maho-storefront/kv-schema';
import { MahoApiClient, MahoApiError } from '@maho-storefront/maho-client';
import { NO_SWITCHES, type RunRecord, StoreSync } from '@maho-storefront/sync-core';
import { openNodeSqliteIndex } from '@maho-storefront/sync-core/node-sqlite';
import type { FillCommand } from '../arguments/command.js';
import { isEnd } from '../deployment/answers.js';
import { UsageError } from '../usage-error.js';
import { FillError } from './fill-error.js';
import { FILL_LIMITS } from './fill-limits.js';
import type { FillSettings } from './fill-settings.js';

export interface FillOptions {
  settings: FillSettings;
  command: FillCommand;
  clock: { now: () => number; sleep: (ms: number) => Promise<void> };
  fetch: typeof fetch;
  /** Told of a store's run after each of its slices. */
  onSlice: (store: string, sync: StoreSync, runId: string) => void;
}

/**
 * Syncs stores into a KV namespace from here, one after another, and goes on where an earlier fill stopped.
 *
 * @returns the runs, which may have failed, in the order of the stores.
 * @throws FillError when it cannot begin, or the backend does not name its stores.
 */
export async function fillStores(options: FillOptions): Promise<{ store: string; run: RunRecord }[]> {
  try {
    const kv = await openNamespace(options);
    const filled: { store: string; run: RunRecord }[] = [];
    for (const store of await storesOf(options))
      filled.push({ store, run: await fillStore(options, kv, store) });
    return filled;
  } catch (cause) {
    if (cause instanceof KvApiError || cause instanceof MahoApiError) {
      throw new FillError(cause.code, cause.message, { cause, retryable: cause.retryable });
    }
    throw cause;
  }
}

/** @throws KvApiError where account, namespace and token do not belong together, FillError for one that is in use. */
async function openNamespace({ settings, command, clock, fetch }: FillOptions): Promise<CloudflareKvStore> {
  const { accountId, namespaceId, apiToken, apiUrl } = settings;
  const kv = new CloudflareKvStore({
    accountId,
    namespaceId,
    apiToken,
    ...(apiUrl === undefined ? {} : { baseUrl: apiUrl }),
    platform: { ...clock, fetch },
  });
  const title = await kv.title();
  if (command.isForced || (await kv.get(keys.deploymentPulse)) === null) return kv;
  throw new FillError(
    'already_synced',
    `A Worker has synced into the namespace "${title}" already. It goes on by itself: maho-sync run. ` +
      'Two writers must never be at work at once; if no Worker is, fill with --force.',
  );
}

async function storesOf({ settings, command, fetch }: FillOptions): Promise<readonly string[]> {
  if (command.stores.length > 0) return command.stores;
  const stores = await clientOf(settings, fetch).stores();
  return stores.map(({ code }) => code);
}

async function fillStore(options: FillOptions, kv: CloudflareKvStore, store: string): Promise<RunRecord> {
  const { settings, command, clock, fetch, onSlice } = options;
  const folder = join(command.indexFolder, settings.namespaceId);
  await mkdir(folder, { recursive: true });
  const sync = new StoreSync({
    store,
    maho: clientOf(settings, fetch, store),
    kv,
    index: openNodeSqliteIndex(join(folder, `${store}.sqlite`)),
    clock,
    limits: FILL_LIMITS,
    newId: () => crypto.randomUUID(),
  });
  const { id } =
    unfinished(sync) ?? sync.request({ scope: 'full', trigger: 'request', switches: NO_SWITCHES });
  for (;;) {
    await sync.advance(id);
    const run = sync.findRun(id);
    if (run === null) throw new RangeError(`The index of store "${store}" has lost run "${id}".`);
    onSlice(store, sync, id);
    if (isEnd(run.state)) return run;
  }
}

/** The run that an earlier fill could not end. */
function unfinished(sync: StoreSync): RunRecord | null {
  const [last] = sync.history(1);
  return last === undefined || isEnd(last.state) ? null : last;
}

/** @throws UsageError for an address or a store code that cannot be one. */
function clientOf(
  { mahoApiUrl, basicAuth, workerAuth }: FillSettings,
  fetch: typeof globalThis.fetch,
  storeCode?: string,
) {
  try {
    return new MahoApiClient({ baseUrl: mahoApiUrl, storeCode, basicAuth, workerAuth, fetch });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UsageError(cause.message, { cause });
  }
}
