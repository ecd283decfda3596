import type { Catalogue } from './catalogue.js';
import { type Category, categoryFields } from './category.js';

export const TREE_ROOT_ID = 1;

/** Ids from the tree's root down to the category itself, as in `path` (`1/2/4`). */
export function categoryPath(catalogue: Catalogue, category: Category): number[] {
  const ids = [category.id];
  let parent = catalogue.categories.get(category.parentId);
  while (parent !== undefined) {
    ids.unshift(parent.id);
    parent = catalogue.categories.get(parent.parentId);
  }
  ids.unshift(TREE_ROOT_ID);
  return ids;
}

/** Whether a category lies below (or is) the store's root. */
export function isInTree(catalogue: Catalogue, category: Category, rootId: number): boolean {
  return categoryPath(catalogue, category).includes(rootId);
}

export function childrenOf(catalogue: Catalogue, id: number): readonly Category[] {
  return catalogue.index.childCategories().get(id) ?? [];
}

/** All categories below one, depth first, active or not. */
export function descendantsOf(catalogue: Catalogue, id: number): Category[] {
  return childrenOf(catalogue, id).flatMap((child) => [child, ...descendantsOf(catalogue, child.id)]);
}

/** Path of url keys below the store's root; a root itself is `/key`, as recorded. */
export function computedUrlPath(catalogue: Catalogue, category: Category, storeCode: string): string {
  const keyOf = (entry: Category) => String(categoryFields(entry, storeCode).urlKey ?? entry.id);
  if (!catalogue.categories.has(category.parentId)) return `/${keyOf(category)}`;
  const keys: string[] = [];
  let current: Category | undefined = category;
  while (current !== undefined && catalogue.categories.has(current.parentId)) {
    keys.unshift(keyOf(current));
    current = catalogue.categories.get(current.parentId);
  }
  return keys.join('/');
}
