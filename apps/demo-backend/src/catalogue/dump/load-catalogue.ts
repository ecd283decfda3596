import { isJsonObject, type JsonObject, numberIn, objectsIn, stringIn } from '../../json.js';
import { Catalogue } from '../catalogue.js';
import { descendantsOf } from '../category-tree.js';
import type { StoreView } from '../store-view.js';
import { DumpError, type DumpedStore, readDump } from './dump-files.js';
import { dumpedCategories } from './dumped-categories.js';
import { dumpedContent } from './dumped-content.js';
import { dumpedProducts } from './dumped-products.js';

/** The dump does not hold the list of currencies, only the store's own one. */
function symbolOf(currency: string): string {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
}

function storeView(record: JsonObject, dumped: DumpedStore): StoreView {
  const currency = isJsonObject(record.currency) ? record.currency : {};
  const { '@context': _context, '@type': _type, extensions: _extensions, ...config } = dumped.config;
  const defaultCurrency = stringIn(currency.default) ?? 'USD';
  const locale = stringIn(record.locale) ?? 'en_US';
  return {
    id: numberIn(record.id) ?? 1,
    code: dumped.code,
    name: stringIn(record.name) ?? dumped.code,
    websiteId: numberIn(record.websiteId) ?? 1,
    groupId: numberIn(record.groupId) ?? 1,
    groupName: stringIn(record.groupName) ?? '',
    rootCategoryId: numberIn(record.rootCategoryId) ?? 2,
    isActive: record.isActive !== false,
    locale,
    language: locale.startsWith('de') ? 'de' : 'en',
    timezone: stringIn(config.timezone) ?? 'UTC',
    baseCurrency: stringIn(currency.base) ?? defaultCurrency,
    defaultCurrency,
    currencies: [{ code: defaultCurrency, symbol: symbolOf(defaultCurrency), exchangeRate: 1 }],
    priceFactor: 1,
    config,
  };
}

/** What the dump's counters say beyond what its records add up to (inactive categories, disabled products). */
function keepCounters(catalogue: Catalogue, stores: readonly DumpedStore[]): void {
  const assigned = catalogue.index.productsByCategory();
  for (const store of stores) {
    for (const { item } of store.categories) {
      if (!isJsonObject(item)) continue;
      const category = catalogue.categories.get(numberIn(item.id) ?? 0);
      if (category === undefined) continue;
      const children = descendantsOf(catalogue, category.id).length;
      category.childrenOffset = (numberIn(item.childrenCount) ?? children) - children;
      const products = assigned.get(category.id)?.length ?? 0;
      category.productOffset.set(store.code, (numberIn(item.productCount) ?? products) - products);
    }
  }
}

/**
 * Loads a catalogue that was dumped from a real backend: `stores.json` and a folder per store view.
 * Records are served as dumped until an edit touches them. Store views without a folder are left out.
 * Throws DumpError when the folder is not a dump.
 */
export async function loadCatalogue(folder: string): Promise<Catalogue> {
  const dump = await readDump(folder);
  const views = dump.stores.flatMap((record) => {
    const dumped = dump.byCode.get(stringIn(record.code) ?? '');
    return dumped === undefined ? [] : [storeView(record, dumped)];
  });
  if (views.length === 0) throw new DumpError(`${folder} holds no store view that stores.json names.`);
  const byId = [...views].sort((a, b) => a.id - b.id);
  const stores = byId.flatMap((view) => dump.byCode.get(view.code) ?? []);
  const content = (pick: (store: DumpedStore) => readonly JsonObject[]) =>
    dumpedContent(stores.map((store) => ({ code: store.code, records: pick(store) })));
  const catalogue = new Catalogue({
    stores: byId,
    categories: dumpedCategories(
      stores,
      byId.map((view) => view.rootCategoryId),
    ),
    products: dumpedProducts(stores),
    cmsPages: content((store) => store.cmsPages),
    cmsBlocks: content((store) => store.cmsBlocks),
    blogPosts: content((store) => store.blogPosts),
    blogCategories: content((store) => store.blogCategories),
    countries: new Map(stores.map((store) => [store.code, objectsIn(store.countries)])),
    linkPools: new Map(),
  });
  keepCounters(catalogue, stores);
  return catalogue;
}
