import { backendHtml } from '../records/html/backend-html.js';
import { knownPlaces, notePlaces } from '../records/html/known-places.js';
import { storeConfigRecord } from '../records/store-config-record.js';
import type { Stage } from '../run/stage.js';

/** Copies the store's configuration and notes its time zone for dates and where its pages are. */
export const configStage: Stage<'read'> = {
  entity: 'config',
  cost: { kvOperations: 1, requests: 1 },
  begin: () => 'read',
  async step(context) {
    const { backend, meta, store, toUrl } = context.tools;
    const config = await backend.storeConfig();
    meta.set('timezone', config.timezone);
    const record = storeConfigRecord(config, toUrl);
    notePlaces(meta, record);
    context.tools.toHtml = backendHtml(backend.baseUrl, knownPlaces(meta));
    await context.write({ key: { type: 'config', store }, entityId: 0, record }, 'read');
    context.complete('config');
    return null;
  },
};
