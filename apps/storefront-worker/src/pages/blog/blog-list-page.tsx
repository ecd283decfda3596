import type { BlogCategoriesRecord, BlogPostSummary } from '@maho-storefront/kv-schema';
import { EmptyState } from '../../components/empty-state.js';
import { Pager } from '../../components/pager.js';
import { PostTile } from '../../components/post-tile.js';
import { formatCount } from '../../formatting/count.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Crumb, PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { blogListHref } from './blog-href.js';
import { type BlogCategory, BlogTopics } from './blog-topics.js';

export interface BlogListPageData {
  /** The posts of this page, newest first. */
  posts: readonly BlogPostSummary[];
  categories: BlogCategoriesRecord;
  /** The category shown; absent for all posts. */
  active?: BlogCategory | undefined;
  /** From 1. */
  page: number;
  totalPages: number;
}

/** A page of the blog, or of one of its categories. */
export function blogListPage(shop: Shop, data: BlogListPageData): PageContent {
  const { active, page, totalPages } = data;
  const texts = textsOf(shop.config.locale);
  const title = active?.name ?? texts.blog;
  const hrefOf = (number: number) => blogListHref(active?.urlKey, number);
  const crumbs: Crumb[] = [{ name: texts.blog, path: 'blog' }];
  if (active) crumbs.push({ name: active.name, path: `blog/category/${active.urlKey}` });
  return {
    status: 200,
    title:
      (active?.metaTitle ?? title) +
      (page > 1 ? ` – ${texts.page(formatCount(page, shop.config.locale))}` : ''),
    description: active?.metaDescription,
    robots: active?.metaRobots,
    canonical: hrefOf(page),
    subject: { kind: 'blog' },
    previous: page > 1 ? hrefOf(page - 1) : undefined,
    next: page < totalPages ? hrefOf(page + 1) : undefined,
    crumbs,
    structuredData: [],
    body: (
      <div class="page-width">
        <header class="page-opening">
          <h1>{title}</h1>
          <BlogTopics shop={shop} categories={data.categories} active={active ?? null} />
        </header>
        <Posts shop={shop} posts={data.posts} />
        <Pager shop={shop} page={page} totalPages={totalPages} hrefOf={hrefOf} />
      </div>
    ),
  };
}

function Posts({ shop, posts }: { shop: Shop; posts: readonly BlogPostSummary[] }) {
  const texts = textsOf(shop.config.locale);
  if (posts.length === 0) {
    return (
      <EmptyState icon="leaf" title={texts.noPosts} hint={texts.noPostsHint}>
        <a class="btn btn-primary" href="/">
          {texts.backToShop}
        </a>
      </EmptyState>
    );
  }
  return (
    <ul class="post-grid">
      {posts.map((post, n) => (
        <li>
          <PostTile shop={shop} post={post} priority={n === 0 ? 'first' : 'late'} />
        </li>
      ))}
    </ul>
  );
}
