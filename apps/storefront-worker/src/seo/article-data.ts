import type { BlogPostRecord } from '@maho-storefront/kv-schema';
import { plainText } from '../formatting/plain-text.js';
import { safeUrl } from '../formatting/safe-url.js';
import type { Shop } from '../pages/shop.js';
import { organization } from './organization-data.js';

/** schema.org Article of a blog post. Maho knows no authors: the shop is one. */
export function articleData(shop: Shop, post: BlogPostRecord, url: string): object {
  const image = safeUrl(post.imageUrl);
  const description = plainText(post.metaDescription ?? post.excerpt ?? post.shortContent ?? '', 300);
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: post.title,
    mainEntityOfPage: url,
    ...(description === '' ? {} : { description }),
    ...(image === undefined ? {} : { image: [image] }),
    ...(post.publishDate === undefined ? {} : { datePublished: post.publishDate }),
    author: organization(shop),
    publisher: organization(shop),
  };
}
