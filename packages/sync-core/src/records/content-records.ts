import type {
  BlogCategoriesRecord,
  BlogPostRecord,
  CmsBlockRecord,
  CmsPageRecord,
} from '@maho-storefront/kv-schema';
import type { BlogCategory, BlogPost, CmsBlock, CmsPage } from '@maho-storefront/maho-client';
import { type BackendUrl, optionalUrl } from './backend-url.js';
import { byPosition, uniqueAscending } from './list-order.js';

export function cmsPageRecord(page: CmsPage): CmsPageRecord {
  return {
    id: page.id,
    identifier: page.identifier ?? '',
    title: page.title ?? '',
    contentHeading: page.contentHeading,
    content: page.content ?? '',
    metaKeywords: page.metaKeywords,
    metaDescription: page.metaDescription,
    metaRobots: page.metaRobots,
    pageLayout: page.pageLayout,
    extensions: page.extensions,
    updatedAt: page.updatedAt,
  };
}

export function cmsBlockRecord(block: CmsBlock): CmsBlockRecord {
  return {
    id: block.id,
    identifier: block.identifier,
    title: block.title ?? '',
    content: block.content ?? '',
    extensions: block.extensions,
    updatedAt: block.updatedAt,
  };
}

export function blogPostRecord(post: BlogPost, toUrl: BackendUrl): BlogPostRecord {
  return {
    id: post.id,
    urlKey: post.urlKey,
    title: post.title,
    content: post.content ?? '',
    shortContent: post.shortContent,
    excerpt: post.excerpt,
    imageUrl: optionalUrl(toUrl, post.imageUrl),
    publishDate: post.publishDate,
    categoryIds: uniqueAscending(post.categoryIds),
    metaTitle: post.metaTitle,
    metaDescription: post.metaDescription,
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
      metaDescription: category.metaDescription,
      metaKeywords: category.metaKeywords,
      metaRobots: category.metaRobots,
    }))
    .sort(byPosition);
}
