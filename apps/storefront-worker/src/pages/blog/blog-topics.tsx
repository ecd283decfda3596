import type { BlogCategoriesRecord } from '@maho-storefront/kv-schema';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../shop.js';
import { blogListHref } from './blog-href.js';

export type BlogCategory = BlogCategoriesRecord[number];

export interface BlogTopicsProps {
  shop: Shop;
  categories: BlogCategoriesRecord;
  /** The category shown; null for all posts, undefined on a post. */
  active: BlogCategory | null | undefined;
}

/** Links to the blog's categories; nothing where it has none. */
export function BlogTopics({ shop, categories, active }: BlogTopicsProps) {
  if (categories.length === 0) return null;
  const texts = textsOf(shop.config.locale);
  return (
    <nav class="subcategories" aria-label={texts.topics}>
      <ul>
        <li>
          <a href={blogListHref()} aria-current={active === null ? 'page' : undefined}>
            {texts.allPosts}
          </a>
        </li>
        {categories.map((category) => (
          <li>
            <a
              href={blogListHref(category.urlKey)}
              aria-current={active?.id === category.id ? 'page' : undefined}
            >
              {category.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
