import type { Category } from '../catalogue/category.js';
import { categoryFields } from '../catalogue/category.js';
import { categoryPath } from '../catalogue/category-tree.js';
import { notFound } from '../http/api-error.js';
import { type Answer, type ApiRequest, item } from '../http/api-request.js';
import { pageWindow, phpInteger, sliceOf } from '../http/page-window.js';
import { categoryItem, categoryListing } from './category-record.js';

const PAGE_SIZES = { standard: 100, max: 500 };

type Matches = (parentId: number) => boolean;

const OPERATORS: Readonly<Record<string, (parentId: number, value: number) => boolean>> = {
  gt: (parentId, value) => parentId > value,
  gteq: (parentId, value) => parentId >= value,
  lt: (parentId, value) => parentId < value,
  lteq: (parentId, value) => parentId <= value,
  eq: (parentId, value) => parentId === value,
  neq: (parentId, value) => parentId !== value,
};

/** `parentId`, an operator on it, or several; the store's root by default, but not when searching. */
function parentFilter({ query, store }: ApiRequest, isSearch: boolean): Matches {
  const scalar = query.scalar('parentId');
  if (scalar !== undefined && scalar !== '') {
    const wanted = phpInteger(scalar);
    return (parentId) => parentId === wanted;
  }
  const several = [...query.list('parentId'), ...query.operator('parentId', 'in')].map(phpInteger);
  if (several.length > 0) return (parentId) => several.includes(parentId);
  for (const [operator, compare] of Object.entries(OPERATORS)) {
    const value = query.operator('parentId', operator)[0];
    if (value !== undefined) return (parentId) => compare(parentId, phpInteger(value));
  }
  return isSearch ? () => true : (parentId) => parentId === store.rootCategoryId;
}

/** Below the store's root, the root itself not included. */
function isBelowRoot(request: ApiRequest, category: Category): boolean {
  const path = categoryPath(request.catalogue, category);
  return category.id !== request.store.rootCategoryId && path.includes(request.store.rootCategoryId);
}

/** `GET /categories`: flat, active ones only, one level unless the accident `parentId[gt]=0` is used. */
export function listCategories(request: ApiRequest): Answer {
  const { catalogue, query, store } = request;
  const search = (query.scalar('search') ?? query.scalar('q') ?? '').toLowerCase();
  const parentMatches = parentFilter(request, search !== '');
  const inMenu = query.scalar('includeInMenu');
  const found = [...catalogue.categories.values()]
    .filter(
      (category) => category.isActive && isBelowRoot(request, category) && parentMatches(category.parentId),
    )
    .filter((category) => inMenu === undefined || category.includeInMenu === (inMenu !== '0'))
    .filter((category) => String(categoryFields(category, store.code).name).toLowerCase().includes(search))
    .sort((a, b) => a.position - b.position || b.id - a.id);
  const window = pageWindow(query, PAGE_SIZES);
  const members = sliceOf(found, window).map((category) => categoryListing(catalogue, category, store));
  return { kind: 'collection', type: 'Category', total: found.length, members, window };
}

/** `GET /categories/{id}`: active and in the store's tree, the root included; 404 otherwise. */
export function readCategory(request: ApiRequest): Answer {
  const { catalogue, store } = request;
  const category = catalogue.categories.get(request.id);
  const isHere =
    category?.isActive === true && (category.id === store.rootCategoryId || isBelowRoot(request, category));
  if (category === undefined || !isHere) throw notFound();
  return item('Category', categoryItem(catalogue, category, store));
}
