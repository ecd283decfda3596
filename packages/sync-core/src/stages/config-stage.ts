import { backendHtml } from '../records/html/backend-html.js';
import { knownPlaces, notePlaces } from '../records/html/known-places.js';
import { storeConfigRecord } from '../records/store-config-record.js';
import type { RunTools } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';

/** Copies the store's configuration and notes its time zone for dates and where its pages are. */
export const configStage: Stage<'read'> = {
  entity: 'config',
  cost: { kvOperations: 1, requests: 2 },
  begin: () => 'read',
  async step(context) {
    const { backend, meta, store, toUrl } = context.tools;
    const config = await backend.storeConfig();
    meta.set('timezone', config.timezone);
    const record = storeConfigRecord(config, await storeIdOf(context.tools), toUrl);
    notePlaces(meta, record);
    context.tools.toHtml = backendHtml(backend.baseUrl, knownPlaces(meta));
    await context.write({ key: { type: 'config', store }, entityId: 0, record }, 'read');
    context.complete('config');
    return null;
  },
};

/** The number of the store view. It never changes, so it is asked once of each backend. */
async function storeIdOf({
  backend,
  meta,
  store,
}: Pick<RunTools, 'backend' | 'meta' | 'store'>): Promise<number | undefined> {
  const [known, of] = meta.get('store-id')?.split(' ') ?? [];
  if (known !== undefined && of === backend.baseUrl) return Number(known);
  const id = (await backend.stores()).find(({ code }) => code === store)?.id;
  if (id !== undefined) meta.set('store-id', `${id} ${backend.baseUrl}`);
  return id;
}
