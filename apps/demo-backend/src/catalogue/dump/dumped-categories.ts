import { parseUtcDateTime } from '../../clock.js';
import { isJsonObject, type JsonObject, numberIn, numbersIn, stringIn } from '../../json.js';
import type { Category } from '../category.js';
import type { DumpedStore } from './dump-files.js';

/** Fields the model holds itself, or works out. */
const MODEL_FIELDS = [
  '@context',
  '@type',
  'id',
  'parentId',
  'level',
  'position',
  'isActive',
  'includeInMenu',
  'isAnchor',
  'availableSortBy',
  'childrenCount',
  'productCount',
  'children',
  'childrenIds',
  'path',
  'createdAt',
  'updatedAt',
  'extensions',
];

function textFields(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !MODEL_FIELDS.includes(name)));
}

function categoryFrom(id: number, item: JsonObject): Category {
  const stamp = (field: string) => parseUtcDateTime(stringIn(item[field]) ?? '') ?? 0;
  return {
    id,
    parentId: numberIn(item.parentId) ?? 0,
    position: numberIn(item.position) ?? 0,
    isActive: true,
    includeInMenu: item.includeInMenu === true,
    isAnchor: item.isAnchor === true,
    fields: textFields(item),
    byStore: new Map(),
    positions: new Map(),
    dumpedRanks: new Map(),
    childrenOffset: 0,
    productOffset: new Map(),
    createdAt: stamp('createdAt'),
    updatedAt: stamp('updatedAt'),
  };
}

/** A category the dump only names in paths: a root, or one that is switched off. */
function unseen(id: number, parentId: number, isRoot: boolean): Category {
  const name = isRoot ? 'Default Category' : `Category ${id}`;
  const urlKey = name.toLowerCase().replace(' ', '-');
  const item = { parentId, name, urlKey, urlPath: `/${urlKey}`, displayMode: 'PRODUCTS' };
  const category = categoryFrom(id, item);
  category.isActive = isRoot;
  return category;
}

function addUnseen(
  categories: Map<number, Category>,
  paths: readonly string[],
  roots: readonly number[],
): void {
  for (const path of paths) {
    const ids = path.split('/').map(Number);
    ids.forEach((id, n) => {
      if (n === 0 || categories.has(id)) return;
      categories.set(id, unseen(id, ids[n - 1] ?? 1, roots.includes(id)));
    });
  }
}

function ranksOf(store: DumpedStore, id: number): Map<number, number> {
  const order = store.categoryProducts[String(id)];
  const ids = isJsonObject(order) ? numbersIn(order.ids) : [];
  return new Map(ids.map((productId, rank) => [productId, rank]));
}

/** The tree of all dumped stores, with placeholders for the categories that the dump only names. */
export function dumpedCategories(
  stores: readonly DumpedStore[],
  roots: readonly number[],
): Map<number, Category> {
  const categories = new Map<number, Category>();
  const paths: string[] = [];
  for (const store of stores) {
    for (const { item } of store.categories) {
      const id = isJsonObject(item) ? numberIn(item.id) : undefined;
      if (id === undefined || !isJsonObject(item)) continue;
      paths.push(stringIn(item.path) ?? '');
      const known = categories.get(id) ?? categoryFrom(id, item);
      categories.set(id, known);
      if (store !== stores[0]) known.byStore.set(store.code, textFields(item));
      known.dumpedRanks.set(store.code, ranksOf(store, id));
    }
  }
  addUnseen(categories, paths, roots);
  return categories;
}
