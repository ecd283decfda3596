import { type ContentEntry, contentFields } from '../catalogue/content-entry.js';
import type { StoreView } from '../catalogue/store-view.js';
import { localDay, utcDateTime } from '../clock.js';
import { type JsonObject, stringIn, withoutNulls } from '../json.js';

/** Whether a store view shows an entry; a blog post waits for its day on the store's calendar. */
export function isShown(entry: ContentEntry, store: StoreView, nowSeconds: number): boolean {
  if (!entry.isActive || entry.storeCodes?.has(store.code) === false) return false;
  const publishDate = stringIn(contentFields(entry, store.code).publishDate);
  return publishDate === undefined || publishDate <= localDay(nowSeconds, store.timezone);
}

/** A CMS page, CMS block or blog category; `stores` is what Maho reports for this kind of answer. */
export function contentRecord(
  type: string,
  entry: ContentEntry,
  store: StoreView,
  stores: readonly number[],
): JsonObject {
  return {
    '@type': type,
    id: entry.id,
    ...withoutNulls(contentFields(entry, store.code)),
    ...(type === 'BlogCategory' ? {} : { status: 'enabled' }),
    isActive: entry.isActive,
    stores: [...stores],
    createdAt: utcDateTime(entry.createdAt),
    updatedAt: utcDateTime(entry.updatedAt),
    extensions: [],
  };
}

const EXCERPT_LENGTH = 200;

/** A blog post: the same, with a plain-text excerpt of its content. */
export function blogPostRecord(entry: ContentEntry, store: StoreView, stores: readonly number[]): JsonObject {
  const record = contentRecord('BlogPost', entry, store, stores);
  const text = (stringIn(record.content) ?? '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (record.excerpt === undefined && text !== '') record.excerpt = text.slice(0, EXCERPT_LENGTH);
  return record;
}
