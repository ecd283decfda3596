import {
  type BlogPostSummary,
  blogPostSummarySchema,
  cmsPageIndexRecordSchema,
  contentHash,
  fingerprint,
} from '@maho-storefront/kv-schema';
import type { BlogPost, CmsBlock, CmsPage } from '@maho-storefront/maho-client';
import { nextMidnight } from '../due/date-window.js';
import { secondLookAt } from '../due/due-times.js';
import { optionalUrl } from '../records/backend-url.js';
import { blogPostRecord, cmsBlockRecord, cmsPageRecord } from '../records/content-records.js';
import { optionalText } from '../records/html/directives.js';
import { uniqueAscending } from '../records/list-order.js';
import type { RunContext } from '../run/run-context.js';
import { ownerSummaries } from './content-items.js';
import type { ContentKind } from './content-kind.js';

/** Store id that stands for all stores. */
const ALL_STORES = 0;
/** After a store's midnight: clocks differ. */
const MIDNIGHT_MARGIN_MS = 60_000;

export const cmsPageKind: ContentKind<CmsPage> = {
  entity: 'cms-pages',
  type: 'cms-page',
  dueType: 'cms-pages',
  redirectPrefix: '',
  read: (context, page, since) => context.tools.backend.cmsPages(page, since),
  address: ({ identifier }) => identifier ?? '',
  isGeneric: ({ stores }) => stores.includes(ALL_STORES),
  summary: ({ id, identifier, title }) => ({ id, identifier: identifier ?? '', title: title ?? '' }),
  key: ({ tools }, identifier) => ({ type: 'cms-page', store: tools.store, identifier }),
  record: (context, page) => ({
    key: { type: 'cms-page', store: context.tools.store, identifier: page.identifier ?? '' },
    entityId: page.id,
    record: cmsPageRecord(page, context.tools.toHtml),
  }),
  async finish(context) {
    const { due, index, store } = context.tools;
    due.replace('cms-pages', 0, null);
    const record = cmsPageIndexRecordSchema.parse(ownerSummaries(index, 'cms-page'));
    await context.write({ key: { type: 'cms-pages', store }, entityId: 0, record }, 'read');
  },
};

export const cmsBlockKind: ContentKind<CmsBlock> = {
  entity: 'cms-blocks',
  type: 'block',
  dueType: null,
  redirectPrefix: null,
  read: (context, page, since) => context.tools.backend.cmsBlocks(page, since),
  address: ({ identifier }) => identifier,
  isGeneric: ({ stores }) => stores.includes(ALL_STORES),
  // Only what tells that a block changed: no record lists blocks.
  summary: ({ title, content }) => ({ text: fingerprint(`${title ?? ''}\0${content ?? ''}`) }),
  key: ({ tools }, identifier) => ({ type: 'block', store: tools.store, identifier }),
  record: (context, block) => ({
    key: { type: 'block', store: context.tools.store, identifier: block.identifier },
    entityId: block.id,
    record: cmsBlockRecord(block, context.tools.toHtml),
  }),
  finish: refreshEmbedding,
};

/** A block is rendered into the category that lands on it, and into pages and posts that name it. */
async function refreshEmbedding(context: RunContext): Promise<void> {
  const { clock, due, index, meta } = context.tools;
  const hash = await contentHash(index.scan('contents', { equals: ['block'] }));
  const before = meta.get('blocks-hash');
  index.transaction(() => {
    meta.set('blocks-hash', hash);
    if (before === hash) return;
    // By a first sync all categories have just been read: once more soon, for a block edited meanwhile.
    const at = before === undefined ? secondLookAt(clock.now()) : clock.now();
    for (const category of index.scan('categories', {})) {
      const hasLandingPage = category.inTree === 1 && category.landingPageId > 0;
      if (hasLandingPage) due.set('category', category.id, at, 'block-changed');
    }
    // A run that has read all pages, or is going to read all posts, has them with the block as it is now.
    if (context.run.request.scope !== 'changes') return;
    for (const type of ['cms-pages', 'blog'] as const) due.set(type, 0, at, 'block-changed');
  });
}

export const blogPostKind: ContentKind<BlogPost> = {
  entity: 'blog-posts',
  type: 'blog-post',
  dueType: 'blog',
  redirectPrefix: 'blog/',
  read: (context, page, since) => context.tools.backend.blogPosts(page, since),
  address: ({ urlKey }) => urlKey,
  isGeneric: ({ stores }) => stores.includes(ALL_STORES),
  summary: (post): BlogPostSummary => ({
    id: post.id,
    urlKey: post.urlKey,
    title: post.title,
    excerpt: optionalText(post.excerpt),
    imageUrl: post.imageUrl,
    publishDate: post.publishDate,
    categoryIds: uniqueAscending(post.categoryIds),
  }),
  key: ({ tools }, urlKey) => ({ type: 'blog-post', store: tools.store, urlKey }),
  record: (context, post) => ({
    key: { type: 'blog-post', store: context.tools.store, urlKey: post.urlKey },
    entityId: post.id,
    record: blogPostRecord(post, context.tools.toUrl, context.tools.toHtml),
  }),
  async finish(context) {
    const { clock, due, index, meta, store, toUrl } = context.tools;
    const posts = ownerSummaries(index, 'blog-post')
      .map((summary) => blogPostSummarySchema.parse(summary))
      .map((post) => ({ ...post, imageUrl: optionalUrl(toUrl, post.imageUrl) }))
      .sort(newestFirst);
    await context.write({ key: { type: 'blog-posts', store }, entityId: 0, record: posts }, 'read');
    // A post for tomorrow appears at the store's midnight without anyone saving it.
    const at = nextMidnight(meta.get('timezone') ?? 'UTC', clock.now()) + MIDNIGHT_MARGIN_MS;
    due.replace('blog', 0, { at, reason: 'blog-date' });
  },
};

function newestFirst(a: BlogPostSummary, b: BlogPostSummary): number {
  const [dayA, dayB] = [a.publishDate ?? '', b.publishDate ?? ''];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return b.id - a.id;
}
