export * from './cache-event.js';
export * from './clock.js';
export * from './edge-cache-error.js';
export { CACHE_STATUS_HEADER } from './header-lists.js';
export * from './judge.js';
export {
  ASKED_BACKEND_MS,
  EVERYTHING_CHANGED_MS,
  mayStore,
  type NotStoredReason,
  type StoreDecision,
} from './may-store.js';
export * from './page-address.js';
export * from './page-cache.js';
export * from './page-codec.js';
export * from './page-query.js';
export * from './pulse.js';
export * from './pulse-memo.js';
export * from './read-memory.js';
export * from './read-recorder.js';
export { hasStorableStatus, isPersonal, type RenderedPage } from './rendered-page.js';
export type { Stamp, StoredPage } from './stored-page.js';
export * from './stores/cache-api-page-store.js';
export * from './stores/memory-page-store.js';
export * from './stores/page-store.js';
export * from './version-tag.js';
export * from './version-tag-error.js';
