import { countriesRecord } from '../records/countries-record.js';
import type { Stage } from '../run/stage.js';

/** Copies the countries with their regions. */
export const countriesStage: Stage<'read'> = {
  entity: 'countries',
  cost: { kvOperations: 1, requests: 1 },
  begin: () => 'read',
  async step(context) {
    const { backend, store } = context.tools;
    const record = countriesRecord(await backend.countries());
    await context.write({ key: { type: 'countries', store }, entityId: 0, record }, 'read');
    context.complete('countries');
    return null;
  },
};
