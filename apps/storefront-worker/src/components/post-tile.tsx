import type { BlogPostSummary } from '@maho-storefront/kv-schema';
import { formatDay } from '../formatting/calendar-day.js';
import { blogPostHref } from '../pages/blog/blog-href.js';
import type { Shop } from '../pages/shop.js';
import { Picture, type PicturePriority } from './picture.js';

/** A post in the blog's list; all of it leads to the post. */
export function PostTile({
  shop,
  post,
  priority,
}: {
  shop: Shop;
  post: BlogPostSummary;
  priority: PicturePriority;
}) {
  return (
    <article class="post-tile">
      <div class="post-tile-picture">
        <Picture
          shop={shop}
          url={post.imageUrl}
          alt=""
          width={720}
          height={405}
          sizes="(min-width: 64rem) 26rem, (min-width: 40rem) 50vw, 100vw"
          priority={priority}
        />
      </div>
      {post.publishDate !== undefined && (
        <p class="post-day">
          <time datetime={post.publishDate}>{formatDay(post.publishDate, shop.config.locale)}</time>
        </p>
      )}
      <h2 class="post-tile-title">
        <a href={blogPostHref(post.urlKey)}>{post.title}</a>
      </h2>
      {post.excerpt !== undefined && <p class="post-tile-excerpt">{post.excerpt}</p>}
    </article>
  );
}
