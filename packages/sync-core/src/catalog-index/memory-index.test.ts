import { describeCatalogIndex } from '../testing/catalog-index-contract.js';
import { MemoryCatalogIndex } from './memory-index.js';

describeCatalogIndex('MemoryCatalogIndex', (work) => work(new MemoryCatalogIndex()));
