export { describeCatalogIndex, type IndexDurability, type OpenIndex } from './catalog-index-contract.js';
export { describeKvStore, type OpenKvStore } from './kv-store-contract.js';
