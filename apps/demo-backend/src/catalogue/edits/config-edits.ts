import type { JsonObject } from '../../json.js';
import type { Catalogue } from '../catalogue.js';
import { EditError } from './edit-error.js';

/** Store configuration. */
export function configEdits(catalogue: Catalogue) {
  return {
    /** Changes fields of `/store-config` in one store view; saving the configuration flushes Maho's config cache. */
    setStoreConfig(storeCode: string, fields: JsonObject): void {
      const store = catalogue.store(storeCode);
      if (store === undefined) throw new EditError(`There is no store ${storeCode} to configure.`);
      Object.assign(store.config, fields);
      catalogue.revision++;
    },
  };
}
