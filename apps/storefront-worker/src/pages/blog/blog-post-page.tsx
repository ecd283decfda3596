import type { BlogCategoriesRecord, BlogPostRecord } from '@maho-storefront/kv-schema';
import { Picture } from '../../components/picture.js';
import { RichText } from '../../components/rich-text.js';
import { formatDay } from '../../formatting/calendar-day.js';
import { plainText } from '../../formatting/plain-text.js';
import { textsOf } from '../../formatting/texts/index.js';
import { articleData } from '../../seo/article-data.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { blogListHref, blogPostHref } from './blog-href.js';
import { BlogTopics } from './blog-topics.js';

export interface BlogPostPageData {
  post: BlogPostRecord;
  categories: BlogCategoriesRecord;
}

/** One post of the blog. */
export function blogPostPage(shop: Shop, { post, categories }: BlogPostPageData): PageContent {
  const canonical = blogPostHref(post.urlKey);
  return {
    status: 200,
    title: post.metaTitle ?? post.title,
    description: post.metaDescription ?? post.excerpt ?? plainText(post.content, 200),
    robots: post.metaRobots,
    canonical,
    subject: { kind: 'post', id: post.id },
    ogType: 'article',
    ogImage: post.imageUrl,
    crumbs: [
      { name: textsOf(shop.config.locale).blog, path: 'blog' },
      { name: post.title, path: `blog/${post.urlKey}` },
    ],
    structuredData: [articleData(shop, post, shop.origin + canonical)],
    body: <PostBody shop={shop} post={post} categories={categories} />,
  };
}

function PostBody({ shop, post, categories }: BlogPostPageData & { shop: Shop }) {
  const { locale } = shop.config;
  const own = new Set(post.categoryIds);
  return (
    <article class="page-width reading">
      {post.publishDate !== undefined && (
        <p class="post-day">
          <time datetime={post.publishDate}>{formatDay(post.publishDate, locale)}</time>
        </p>
      )}
      <h1>{post.title}</h1>
      {post.imageUrl !== undefined && (
        <div class="post-picture">
          <Picture
            shop={shop}
            url={post.imageUrl}
            alt=""
            width={960}
            height={540}
            sizes="(min-width: 48rem) 46rem, 100vw"
            priority="first"
          />
        </div>
      )}
      <RichText html={post.content} />
      <footer class="post-end">
        <BlogTopics shop={shop} categories={categories.filter(({ id }) => own.has(id))} active={undefined} />
        <a class="btn" href={blogListHref()}>
          {textsOf(locale).backToBlog}
        </a>
      </footer>
    </article>
  );
}
