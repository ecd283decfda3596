export { CloudflareKvStore, type CloudflareKvStoreOptions } from './cloudflare-kv-store.js';
export type { KvApiOptions } from './kv-api.js';
export { KvApiError, type KvApiErrorCode } from './kv-api-error.js';
export type { Platform } from './platform.js';
