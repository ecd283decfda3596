import type { Catalogue } from '../catalogue/catalogue.js';
import { type Category, categoryFields } from '../catalogue/category.js';
import { categoryPath, childrenOf, descendantsOf } from '../catalogue/category-tree.js';
import { contentFields } from '../catalogue/content-entry.js';
import type { StoreView } from '../catalogue/store-view.js';
import { utcDateTime } from '../clock.js';
import { type JsonObject, numberIn, withoutNulls } from '../json.js';

/** Fields that only the item's root shows. */
const META_FIELDS = ['metaTitle', 'metaKeywords', 'metaDescription'];
const MODEL_FIELDS = ['name', 'description', 'urlKey', 'urlPath', 'image'];

/** All descendants, active or not: a database counter, not a count of children. */
function childrenCount(catalogue: Catalogue, category: Category): number {
  return descendantsOf(catalogue, category.id).length + category.childrenOffset;
}

/** Direct assignments, sold-out and disabled products included, descendants not. */
function productCount(catalogue: Catalogue, category: Category, store: StoreView): number {
  const assigned = catalogue.index.productsByCategory().get(category.id)?.length ?? 0;
  return assigned + (category.productOffset.get(store.code) ?? 0);
}

function activeChildren(catalogue: Catalogue, category: Category): readonly Category[] {
  return childrenOf(catalogue, category.id).filter((child) => child.isActive);
}

/** The landing block: a dump brings it rendered, otherwise it is the content of the block the category names. */
function landingBlock(catalogue: Catalogue, fields: JsonObject, store: StoreView): JsonObject {
  if (fields.cmsBlock !== undefined) return { cmsBlock: fields.cmsBlock };
  const block = catalogue.cmsBlocks.get(numberIn(fields.landingPageId) ?? -1);
  const content = block?.isActive === true ? contentFields(block, store.code).content : undefined;
  return content === undefined ? {} : { cmsBlock: content };
}

function baseRecord(catalogue: Catalogue, category: Category, store: StoreView): JsonObject {
  const fields = categoryFields(category, store.code);
  const path = categoryPath(catalogue, category);
  const others = Object.entries(fields).filter(
    ([name]) => !META_FIELDS.includes(name) && !MODEL_FIELDS.includes(name) && name !== 'cmsBlock',
  );
  return withoutNulls({
    '@type': 'Category',
    id: category.id,
    parentId: category.parentId,
    name: fields.name,
    description: fields.description,
    urlKey: fields.urlKey,
    urlPath: fields.urlPath,
    image: fields.image,
    level: path.length - 1,
    position: category.position,
    isActive: category.isActive,
    includeInMenu: category.includeInMenu,
    isAnchor: category.isAnchor,
    availableSortBy: [],
    childrenCount: childrenCount(catalogue, category),
    productCount: productCount(catalogue, category, store),
    childrenIds: activeChildren(catalogue, category).map((child) => child.id),
    path: path.join('/'),
    ...Object.fromEntries(others),
    createdAt: utcDateTime(category.createdAt),
    updatedAt: utcDateTime(category.updatedAt),
    extensions: [],
  });
}

/** A member of the collection: no children, no landing block, no meta fields. */
export function categoryListing(catalogue: Catalogue, category: Category, store: StoreView): JsonObject {
  return baseRecord(catalogue, category, store);
}

/** The item, with its active children one level down; theirs are always empty. */
export function categoryItem(catalogue: Catalogue, category: Category, store: StoreView): JsonObject {
  const fields = categoryFields(category, store.code);
  const meta = Object.fromEntries(
    META_FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
  const children = activeChildren(catalogue, category).map((child) => ({
    ...baseRecord(catalogue, child, store),
    children: [],
    ...landingBlock(catalogue, categoryFields(child, store.code), store),
  }));
  return {
    ...baseRecord(catalogue, category, store),
    ...landingBlock(catalogue, fields, store),
    ...meta,
    children,
  };
}
