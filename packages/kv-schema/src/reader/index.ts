export * from './catalog-reader.js';
export { iterateProducts, type ProductSource } from './iterate-products.js';
export { MAX_BULK_READ_KEYS } from './kv-read.js';
export * from './kv-read-port.js';
export type { RecordMemory, RememberedRecord } from './record-memory.js';
