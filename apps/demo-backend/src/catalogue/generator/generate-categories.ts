import { parseUtcDateTime } from '../../clock.js';
import type { JsonObject } from '../../json.js';
import { mix } from '../../seeded-random.js';
import type { Category } from '../category.js';
import { slugOf } from '../slug.js';
import { HOST_PLACEHOLDER, type StoreView } from '../store-view.js';
import { planCategories } from './category-tree-plan.js';
import { type Words, words } from './word-group.js';

export const FIRST_ROOT_ID = 2;
const SECOND_ROOT_ID = 3;
const FIRST_ID = 4;
export const LANDING_BLOCK_ID = 20;

export interface GeneratedCategories {
  readonly categories: Map<number, Category>;
  /** Ids of the categories that sell a word group, deepest last. */
  readonly byGroup: ReadonlyMap<number, readonly number[]>;
  /** Categories below the second root, where a store has one. */
  readonly secondTree: readonly number[];
  readonly inactive: readonly number[];
}

const CREATED = parseUtcDateTime('2025-01-25 10:43:31') ?? 0;

interface NewCategory {
  readonly id: number;
  readonly parentId: number;
  readonly position: number;
  readonly name: Words;
  readonly urlPath: string;
  readonly stores: readonly StoreView[];
  readonly fields?: JsonObject;
}

function newCategory(given: NewCategory): Category {
  const german = given.stores.filter((store) => store.language === 'de');
  return {
    id: given.id,
    parentId: given.parentId,
    position: given.position,
    isActive: true,
    includeInMenu: true,
    isAnchor: true,
    fields: {
      name: given.name.en,
      urlKey: slugOf(given.name.en),
      urlPath: given.urlPath,
      displayMode: 'PRODUCTS',
      ...given.fields,
    },
    byStore: new Map(german.map((store) => [store.code, germanFields(given)])),
    positions: new Map(),
    dumpedRanks: new Map(),
    childrenOffset: 0,
    productOffset: new Map(),
    createdAt: CREATED + given.id * 61,
    updatedAt: CREATED + given.id * 61 + (mix(given.id, 5) % 2_000_000),
  };
}

function germanFields(given: NewCategory): JsonObject {
  const fields: JsonObject = { name: given.name.de };
  if (given.fields?.description !== undefined) {
    fields.description = `<p>${given.name.de}: sorgfältig ausgesucht, in kleinen Serien gefertigt.</p>`;
    fields.metaTitle = `${given.name.de} | Maho Musterladen`;
  }
  return fields;
}

function root(id: number, position: number, name: string, stores: readonly StoreView[]): Category {
  const category = newCategory({
    id,
    parentId: 1,
    position,
    name: words(name),
    urlPath: `/${slugOf(name)}`,
    stores,
  });
  return { ...category, isAnchor: false };
}

/** `count` active categories reachable from the first root, plus an inactive branch and, where needed, a second tree. */
export function generateCategories(
  count: number,
  stores: readonly StoreView[],
  seed: number,
): GeneratedCategories {
  const categories = new Map<number, Category>();
  const add = (category: Category) => categories.set(category.id, category);
  add(root(FIRST_ROOT_ID, 1, 'Default Category', stores));
  const byGroup = addPlanned(categories, count, stores, seed);
  const inactive = addInactiveBranch(categories, stores);
  const needsSecond = stores.some((store) => store.rootCategoryId === SECOND_ROOT_ID);
  if (needsSecond) add(root(SECOND_ROOT_ID, 2, 'Outlet Root', stores));
  return { categories, byGroup, inactive, secondTree: needsSecond ? addSecondTree(categories, stores) : [] };
}

function addPlanned(
  categories: Map<number, Category>,
  count: number,
  stores: readonly StoreView[],
  seed: number,
): Map<number, number[]> {
  const byGroup = new Map<number, number[]>();
  const siblings = new Map<number, number>();
  const paths = new Set<string>();
  const plan = planCategories(count, seed);
  plan.forEach((planned, index) => {
    const id = FIRST_ID + index;
    const parentId = planned.parent === undefined ? FIRST_ROOT_ID : FIRST_ID + planned.parent;
    const position = (siblings.get(parentId) ?? 0) + 1;
    siblings.set(parentId, position);
    const parentPath = planned.parent === undefined ? '' : `${categories.get(parentId)?.fields.urlPath}/`;
    const plainPath = `${parentPath}${slugOf(planned.name.en)}`;
    const urlPath = paths.has(plainPath) ? `${plainPath}-${id}` : plainPath;
    paths.add(urlPath);
    const fields = textsOf(id, planned.name, planned.parent === undefined, index === 0);
    const category = newCategory({ id, parentId, position, name: planned.name, urlPath, stores, fields });
    if (urlPath !== plainPath) category.fields.urlKey = `${slugOf(planned.name.en)}-${id}`;
    const isLast = index === plan.length - 1 && plan.length > 3;
    category.includeInMenu = !isLast;
    // One leaf without the anchor flag, so that both kinds of listing exist.
    category.isAnchor = !(index === plan.length - 2 && plan.length > 4);
    categories.set(id, category);
    for (const group of planned.groups) byGroup.set(group, [...(byGroup.get(group) ?? []), id]);
  });
  return byGroup;
}

function textsOf(id: number, name: Words, isTop: boolean, hasLanding: boolean): JsonObject {
  const fields: JsonObject = {};
  if (isTop || id % 3 === 0) {
    fields.description = `<p>Our ${name.en.toLowerCase()}, chosen with care and made in small batches.</p>`;
    fields.metaTitle = `${name.en} | Maho Demo Shop`;
    fields.metaDescription = `Shop ${name.en} from small makers. Free returns within thirty days.`;
  }
  fields.image = `${HOST_PLACEHOLDER}/media/catalog/category/c${id}.svg`;
  if (hasLanding) {
    fields.displayMode = 'PRODUCTS_AND_PAGE';
    fields.landingPageId = LANDING_BLOCK_ID;
    fields.pageLayout = 'one_column';
  }
  return fields;
}

/** An inactive category with an active child: Maho lists the child all the same. */
function addInactiveBranch(categories: Map<number, Category>, stores: readonly StoreView[]): number[] {
  const id = Math.max(...categories.keys()) + 1;
  const archive = newCategory({
    id,
    parentId: FIRST_ROOT_ID,
    position: 900,
    name: words('Archive/Archiv'),
    urlPath: 'archive',
    stores,
  });
  archive.isActive = false;
  categories.set(id, archive);
  const child = newCategory({
    id: id + 1,
    parentId: id,
    position: 1,
    name: words('Past Seasons/Vergangene Saison'),
    urlPath: 'archive/past-seasons',
    stores,
  });
  categories.set(id + 1, child);
  return [id, id + 1];
}

function addSecondTree(categories: Map<number, Category>, stores: readonly StoreView[]): number[] {
  const names = ['Last Chance/Letzte Chance', 'Samples/Muster', 'Seconds/Zweite Wahl'].map(words);
  return names.map((name, n) => {
    const id = Math.max(...categories.keys()) + 1;
    const urlPath = slugOf(name.en);
    categories.set(id, newCategory({ id, parentId: SECOND_ROOT_ID, position: n + 1, name, urlPath, stores }));
    return id;
  });
}
