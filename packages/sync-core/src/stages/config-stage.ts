import { backendHtml, pagesOriginOf } from '../records/html/backend-html.js';
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
    const origin = pagesOriginOf(config.baseUrl);
    if (origin !== undefined) {
      meta.set('backend-origins', origin);
      context.tools.toHtml = backendHtml(backend.baseUrl, origin);
    }
    const record = storeConfigRecord(config, toUrl);
    await context.write({ key: { type: 'config', store }, entityId: 0, record }, 'read');
    context.complete('config');
    return null;
  },
};
