import type { ReadRecorder } from '@maho-storefront/edge-cache';
import { CatalogReader, contentFingerprint } from '@maho-storefront/kv-schema';

/** Reads a store's catalogue for one page, and has the page's dependencies taken down. */
export function pageReader(kv: KVNamespace, store: string, recorder: ReadRecorder): CatalogReader {
  return new CatalogReader(kv, store, {
    onRead: (key, { hash }) => recorder.read(key, hash === null ? null : contentFingerprint(hash)),
  });
}
