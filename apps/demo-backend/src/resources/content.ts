import { type ContentEntry, contentFields } from '../catalogue/content-entry.js';
import { notFound } from '../http/api-error.js';
import { type Answer, type ApiRequest, item } from '../http/api-request.js';
import { pageWindow, sliceOf } from '../http/page-window.js';
import { type JsonObject, numbersIn } from '../json.js';
import { blogPostRecord, contentRecord, isShown } from './content-records.js';
import { withinDates } from './date-filter.js';

const PAGE_SIZES = { standard: 20, max: 100 };
const SHORTEST_SEARCH = 3;

type RecordOf = (entry: ContentEntry, stores: readonly number[]) => JsonObject;
type Filter = (entry: ContentEntry, fields: JsonObject) => boolean;

function shown(request: ApiRequest, entries: Map<number, ContentEntry>): ContentEntry[] {
  return [...entries.values()].filter((entry) => isShown(entry, request.store, request.now));
}

function textFilter(request: ApiRequest, names: readonly string[]): Filter {
  const search = (request.query.scalar('search') ?? request.query.scalar('q') ?? '').toLowerCase();
  if (search.length < SHORTEST_SEARCH) return () => true;
  return (_entry, fields) =>
    names.some((name) =>
      String(fields[name] ?? '')
        .toLowerCase()
        .includes(search),
    );
}

interface Listing {
  readonly type: string;
  readonly entries: Map<number, ContentEntry>;
  readonly filters: readonly Filter[];
  readonly order: (a: JsonObject, b: JsonObject) => number;
  readonly record: RecordOf;
  /** Blog collections report no store ids; items, and the one found by url key, do (blog-posts/list.ld.json). */
  readonly showsStores: boolean;
}

function answer(request: ApiRequest, listing: Listing): Answer {
  const fieldsOf = (entry: ContentEntry) => contentFields(entry, request.store.code);
  const found = withinDates(shown(request, listing.entries), request.query)
    .filter((entry) => listing.filters.every((filter) => filter(entry, fieldsOf(entry))))
    .sort((a, b) => listing.order(fieldsOf(a), fieldsOf(b)) || a.id - b.id);
  const window = pageWindow(request.query, PAGE_SIZES);
  const members = sliceOf(found, window).map((entry) =>
    listing.record(entry, listing.showsStores ? entry.stores : []),
  );
  return { kind: 'collection', type: listing.type, total: found.length, members, window };
}

function read(
  request: ApiRequest,
  type: string,
  entries: Map<number, ContentEntry>,
  record: RecordOf,
): Answer {
  const entry = entries.get(request.id);
  if (entry === undefined || !isShown(entry, request.store, request.now)) throw notFound();
  return item(type, record(entry, entry.stores));
}

const byTitle = (a: JsonObject, b: JsonObject) =>
  compare(String(a.title).toLowerCase(), String(b.title).toLowerCase());

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** `GET /cms-pages`: the whole content in the collection, by title; `identifier` is exact. */
export function listCmsPages(request: ApiRequest): Answer {
  const identifier = request.query.scalar('identifier');
  const exact: Filter = (_entry, fields) =>
    identifier === undefined || identifier === '' || fields.identifier === identifier;
  return answer(request, {
    type: 'CmsPage',
    entries: request.catalogue.cmsPages,
    filters: [exact, textFilter(request, ['title', 'content', 'identifier'])],
    order: byTitle,
    record: (entry, stores) => contentRecord('CmsPage', entry, request.store, stores),
    showsStores: true,
  });
}

/** `GET /cms-blocks`: `identifier` matches anywhere in it. */
export function listCmsBlocks(request: ApiRequest): Answer {
  const part = request.query.scalar('identifier')?.toLowerCase() ?? '';
  return answer(request, {
    type: 'CmsBlock',
    entries: request.catalogue.cmsBlocks,
    filters: [
      (_entry, fields) => String(fields.identifier).toLowerCase().includes(part),
      textFilter(request, ['title', 'content', 'identifier']),
    ],
    order: byTitle,
    record: (entry, stores) => contentRecord('CmsBlock', entry, request.store, stores),
    showsStores: true,
  });
}

function urlKeyFilter(request: ApiRequest): Filter {
  const urlKey = request.query.scalar('urlKey');
  return (_entry, fields) => urlKey === undefined || urlKey === '' || fields.urlKey === urlKey;
}

/** `GET /blog-posts`: newest first, none before its day. */
export function listBlogPosts(request: ApiRequest): Answer {
  const category = request.query.scalar('categoryId') ?? '';
  return answer(request, {
    type: 'BlogPost',
    entries: request.catalogue.blogPosts,
    filters: [
      urlKeyFilter(request),
      textFilter(request, ['title', 'content']),
      (_entry, fields) => category === '' || numbersIn(fields.categoryIds).includes(Number(category)),
    ],
    order: (a, b) => compare(String(b.publishDate), String(a.publishDate)),
    record: (entry, stores) => blogPostRecord(entry, request.store, stores),
    showsStores: request.query.has('urlKey'),
  });
}

export function listBlogCategories(request: ApiRequest): Answer {
  return answer(request, {
    type: 'BlogCategory',
    entries: request.catalogue.blogCategories,
    filters: [urlKeyFilter(request)],
    order: (a, b) => compare(Number(a.position ?? 0), Number(b.position ?? 0)),
    record: (entry, stores) => contentRecord('BlogCategory', entry, request.store, stores),
    showsStores: request.query.has('urlKey'),
  });
}

export function readCmsPage(request: ApiRequest): Answer {
  return read(request, 'CmsPage', request.catalogue.cmsPages, (entry, stores) =>
    contentRecord('CmsPage', entry, request.store, stores),
  );
}

export function readCmsBlock(request: ApiRequest): Answer {
  return read(request, 'CmsBlock', request.catalogue.cmsBlocks, (entry, stores) =>
    contentRecord('CmsBlock', entry, request.store, stores),
  );
}

export function readBlogPost(request: ApiRequest): Answer {
  return read(request, 'BlogPost', request.catalogue.blogPosts, (entry, stores) =>
    blogPostRecord(entry, request.store, stores),
  );
}

export function readBlogCategory(request: ApiRequest): Answer {
  return read(request, 'BlogCategory', request.catalogue.blogCategories, (entry, stores) =>
    contentRecord('BlogCategory', entry, request.store, stores),
  );
}
