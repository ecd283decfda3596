import { parseUtcDateTime } from '../../clock.js';
import { isJsonObject, type JsonObject, numberIn, numbersIn, objectsIn, stringIn } from '../../json.js';
import {
  type DumpedRecords,
  newProduct,
  type Part,
  type Product,
  type ProductType,
  type Visibility,
} from '../product.js';
import type { DumpedStore } from './dump-files.js';

const TYPES: readonly ProductType[] = [
  'simple',
  'configurable',
  'grouped',
  'bundle',
  'downloadable',
  'virtual',
  'giftcard',
];
const VISIBILITIES: readonly Visibility[] = ['not_visible', 'catalog', 'search', 'catalog_search'];

function partsOf(item: JsonObject): Part[] | undefined {
  const variants = objectsIn(item.variants).map((variant) => ({
    productId: numberIn(variant.id) ?? 0,
  }));
  const grouped = objectsIn(item.groupedProducts).map((member) => ({
    productId: numberIn(member.id) ?? 0,
    defaultQty: numberIn(member.defaultQty) ?? 0,
  }));
  const bundled = objectsIn(item.bundleOptions).flatMap((option) =>
    objectsIn(option.selections).map((selection) => ({
      productId: numberIn(selection.productId) ?? 0,
      option: numberIn(option.id) ?? 0,
      required: option.required === true,
      defaultQty: numberIn(selection.defaultQty) ?? 1,
    })),
  );
  const parts = [...variants, ...grouped, ...bundled];
  return parts.length === 0 ? undefined : parts;
}

/** A listing's final price below the item's is a catalogue rule's work. */
function rulePercent({ item, listing }: DumpedRecords): number {
  const indexed = numberIn(listing?.finalPrice);
  const live = numberIn(item.finalPrice);
  if (indexed === undefined || live === undefined || live === 0 || indexed >= live) return 0;
  return Math.round((1 - indexed / live) * 10_000) / 100;
}

function productFrom(id: number, dump: ReadonlyMap<string, DumpedRecords>, records: DumpedRecords): Product {
  const { item, listing } = records;
  const stamp = (record: JsonObject | undefined, field: string) =>
    parseUtcDateTime(stringIn(record?.[field]) ?? '');
  return newProduct({
    id,
    sku: stringIn(item.sku) ?? String(id),
    type: TYPES.find((type) => type === item.type) ?? 'simple',
    seed: id,
    group: id,
    urlKey: stringIn(item.urlKey) ?? '',
    urlPath: stringIn(item.urlPath) ?? '',
    price: numberIn(item.price) ?? 0,
    createdAt: stamp(listing, 'createdAt') ?? stamp(item, 'createdAt') ?? 0,
    updatedAt: stamp(item, 'updatedAt') ?? 0,
    visibility: VISIBILITIES.find((visibility) => visibility === item.visibility) ?? 'catalog_search',
    websites: numbersIn(item.websiteIds),
    categoryIds: numbersIn(item.categoryIds),
    qty: numberIn(item.stockQty) ?? 0,
    inStock: item.stockStatus === 'in_stock',
    parts: partsOf(item),
    rulePercent: rulePercent(records),
    dump,
  });
}

/** Products of all dumped stores in ascending order of id, each with its records by store code. */
export function dumpedProducts(stores: readonly DumpedStore[]): Map<number, Product> {
  const records = new Map<number, Map<string, DumpedRecords>>();
  const add = (code: string, found: DumpedRecords) => {
    const id = numberIn(found.item.id);
    if (id === undefined) return;
    const own = records.get(id) ?? new Map<string, DumpedRecords>();
    records.set(id, own.set(code, found));
  };
  for (const store of stores) {
    for (const { item, listing } of store.products) {
      if (isJsonObject(item)) add(store.code, { item, listing: isJsonObject(listing) ? listing : undefined });
    }
    for (const item of store.unlisted) add(store.code, { item, listing: undefined });
  }
  const products = new Map<number, Product>();
  for (const [id, dump] of [...records].sort(([a], [b]) => a - b)) {
    const first = dump.values().next().value;
    if (first !== undefined) products.set(id, productFrom(id, dump, first));
  }
  return products;
}
