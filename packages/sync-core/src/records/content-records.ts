import type {
  BlogCategoriesRecord,
  BlogPostRecord,
  CmsBlockRecord,
  CmsPageRecord,
} from '@maho-storefront/kv-schema';
import type { BlogCategory, BlogPost, CmsBlock, CmsPage } from '@maho-storefront/maho-client';
import { type BackendUrl, optionalUrl } from './backend-url.js';
import type { ContentHtml } from './html/content-html.js';
import { optionalText } from './html/directives.js';
import { byPosition, uniqueAscending } from './list-order.js';

export function cmsPageRecord(page: CmsPage, toHtml: ContentHtml): CmsPageRecord {
  return {
    id: page.id,
    identifier: page.identifier ?? '',
    title: page.title ?? '',
    contentHeading: page.contentHeading,
    content: toHtml(page.content ?? ''),
    metaKeywords: page.metaKeywords,
    metaDescription: optionalText(page.metaDescription),
    metaRobots: page.metaRobots,
    pageLayout: page.pageLayout,
    extensions: page.extensions,
    updatedAt: page.updatedAt,
  };
}

export function cmsBlockRecord(block: CmsBlock, toHtml: ContentHtml): CmsBlockRecord {
  return {
    id: block.id,
    identifier: block.identifier,
    title: block.title ?? '',
    content: toHtml(block.content ?? ''),
    extensions: block.extensions,
    updatedAt: block.updatedAt,
  };
}

export function blogPostRecord(post: BlogPost, toUrl: BackendUrl, toHtml: ContentHtml): BlogPostRecord {
  return {
    id: post.id,
    urlKey: post.urlKey,
    title: post.title,
    content: toHtml(post.content ?? ''),
    shortContent: toHtml(post.shortContent),
    excerpt: optionalText(post.excerpt),
    imageUrl: optionalUrl(toUrl, post.imageUrl),
    publishDate: post.publishDate,
    categoryIds: uniqueAscending(post.categoryIds),
    metaTitle: post.metaTitle,
    metaDescription: optionalText(post.metaDescription),
    metaKeywords: post.metaKeywords,
    metaRobots: post.metaRobots,
    extensions: post.extensions,
    updatedAt: post.updatedAt,
  };
}

export function blogCategoriesRecord(categories: readonly BlogCategory[]): BlogCategoriesRecord {
  return categories
    .map((category) => ({
      id: category.id,
      name: category.name,
      urlKey: category.urlKey,
      parentId: category.parentId,
      level: category.level,
      position: category.position,
      metaTitle: category.metaTitle,
      metaDescription: optionalText(category.metaDescription),
      metaKeywords: category.metaKeywords,
      metaRobots: category.metaRobots,
    }))
    .sort(byPosition);
}
