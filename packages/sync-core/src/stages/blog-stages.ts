import type { BlogCategory } from '@maho-storefront/maho-client';
import { blogCategoriesRecord } from '../records/content-records.js';
import { CONTENTS_PER_PAGE } from '../run/backend.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { blogPostKind } from './content-kinds.js';
import { contentStage } from './content-stage.js';
import { retryDue } from './due-retry.js';

interface BlogCategoriesCursor {
  page: number;
  read: BlogCategory[];
}

/** Copies the blog's categories; there are few, so they are one record. */
export const blogCategoriesStage: Stage<BlogCategoriesCursor> = {
  entity: 'blog-posts',
  cost: { kvOperations: 1, requests: 1 },
  begin: (context) => (isBlogDue(context) ? { page: 1, read: [] } : null),
  async step(context, cursor) {
    const { backend, store } = context.tools;
    const page = await backend.blogCategories(cursor.page);
    for (const { reason } of page.rejected) {
      context.break('blog-posts', new Error(`Unreadable blog category: ${reason}`));
    }
    const read = [...cursor.read, ...page.items];
    if (cursor.page * CONTENTS_PER_PAGE < page.totalItems) return { page: cursor.page + 1, read };
    const record = blogCategoriesRecord(read);
    await context.write({ key: { type: 'blog-categories', store }, entityId: 0, record }, 'read');
    return null;
  },
  onFailure: (context) => retryDue(context, 'blog', 0),
};

const allPosts = contentStage(blogPostKind);

/** Copies the blog's posts. */
export const blogPostsStage: typeof allPosts = {
  ...allPosts,
  begin: (context) => (isBlogDue(context) ? allPosts.begin(context) : null),
};

/** A run for due work reads the blog only when a day of it may have begun. */
function isBlogDue(context: RunContext): boolean {
  const { clock, due } = context.tools;
  return context.run.request.scope !== 'due' || due.count('blog', clock.now()) > 0;
}
