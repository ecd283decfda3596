import type { CategoryRecord } from '@maho-storefront/kv-schema';
import type { CategoryItem } from '@maho-storefront/maho-client';
import { type BackendUrl, optionalUrl } from './backend-url.js';
import type { ContentHtml } from './html/content-html.js';
import { optionalText } from './html/directives.js';

/** @param path the category's present address. */
export function categoryRecord(
  category: CategoryItem,
  path: string,
  toUrl: BackendUrl,
  toHtml: ContentHtml,
): CategoryRecord {
  return {
    id: category.id,
    parentId: category.parentId,
    name: category.name,
    path,
    urlKey: category.urlKey,
    level: category.level,
    description: toHtml(category.description),
    image: optionalUrl(toUrl, category.image),
    displayMode: category.displayMode,
    landingBlock: toHtml(category.cmsBlock),
    includeInMenu: category.includeInMenu,
    isAnchor: category.isAnchor,
    availableSortBy: category.availableSortBy,
    defaultSortBy: category.defaultSortBy,
    metaTitle: category.metaTitle,
    metaKeywords: category.metaKeywords,
    metaDescription: optionalText(category.metaDescription),
    metaRobots: category.metaRobots,
    pageLayout: category.pageLayout,
    extensions: category.extensions,
    updatedAt: category.updatedAt,
  };
}
