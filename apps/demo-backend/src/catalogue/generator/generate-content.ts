import { parseUtcDateTime } from '../../clock.js';
import type { JsonObject } from '../../json.js';
import type { ContentEntry } from '../content-entry.js';
import { HOST_PLACEHOLDER, type Language, type StoreView } from '../store-view.js';
import { BLOG_CATEGORIES, BLOG_POSTS } from './blog-texts.js';
import { CMS_BLOCKS, CMS_PAGES, type LocalText } from './cms-texts.js';

const CREATED = parseUtcDateTime('2025-01-14 10:12:50') ?? 0;

export interface GeneratedContent {
  readonly cmsPages: Map<number, ContentEntry>;
  readonly cmsBlocks: Map<number, ContentEntry>;
  readonly blogPosts: Map<number, ContentEntry>;
  readonly blogCategories: Map<number, ContentEntry>;
}

function entry(id: number, fields: JsonObject, stores: readonly StoreView[] | 'all'): ContentEntry {
  return {
    id,
    isActive: true,
    fields,
    byStore: new Map(),
    stores: stores === 'all' ? [0] : stores.map((store) => store.id),
    storeCodes: stores === 'all' ? undefined : new Set(stores.map((store) => store.code)),
    createdAt: CREATED + id * 37,
    updatedAt: CREATED + id * 86_400,
  };
}

/** One entry per language that a store speaks, under the same identifier, as merchants do it. */
function perLanguage(texts: readonly LocalText[], stores: readonly StoreView[]): Map<number, ContentEntry> {
  const entries = new Map<number, ContentEntry>();
  const languages: readonly Language[] = ['en', 'de'];
  for (const language of languages) {
    const speaking = stores.filter((store) => store.language === language);
    if (speaking.length === 0) continue;
    const audience = speaking.length === stores.length ? 'all' : speaking;
    texts.forEach((text, n) => {
      if (language === 'de' && text.id !== undefined) shareWithGerman(entries, text, speaking);
      else add(entries, text, { id: text.id ?? n + 1 + (language === 'de' ? 100 : 0), language, audience });
    });
  }
  return entries;
}

interface Edition {
  readonly id: number;
  readonly language: Language;
  readonly audience: readonly StoreView[] | 'all';
}

function add(entries: Map<number, ContentEntry>, text: LocalText, edition: Edition): void {
  const made = entry(edition.id, localFields(text, edition.language), edition.audience);
  made.isActive = text.disabled !== true;
  entries.set(edition.id, made);
}

/** Entries that others refer to by id exist once and differ by store view. */
function shareWithGerman(
  entries: Map<number, ContentEntry>,
  text: LocalText,
  speaking: readonly StoreView[],
): void {
  const known = entries.get(text.id ?? 0) ?? entry(text.id ?? 0, localFields(text, 'de'), 'all');
  const shared: ContentEntry = { ...known, stores: [0], storeCodes: undefined };
  for (const store of speaking) shared.byStore.set(store.code, localFields(text, 'de'));
  entries.set(shared.id, shared);
}

function localFields(text: LocalText, language: Language): JsonObject {
  const own = text[language];
  const heading = text.heading?.[language];
  const fields: JsonObject = { identifier: text.identifier, title: own.title };
  if (heading !== undefined) fields.contentHeading = heading;
  fields.content = own.content.replaceAll('{host}', HOST_PLACEHOLDER);
  if (text.isPage === true) {
    fields.metaDescription = `${own.title}: ${language === 'de' ? 'Maho Musterladen' : 'Maho Demo Shop'}`;
    fields.pageLayout = 'one_column';
    fields.sortOrder = 0;
  }
  return fields;
}

/** CMS pages and blocks in the stores' languages, blog posts with one of them still to come. */
export function generateContent(stores: readonly StoreView[]): GeneratedContent {
  return {
    cmsPages: perLanguage(
      CMS_PAGES.map((page) => ({ ...page, isPage: true })),
      stores,
    ),
    cmsBlocks: perLanguage(CMS_BLOCKS, stores),
    blogPosts: new Map(BLOG_POSTS.map((post, n) => [n + 1, blogPost(post, n + 1, stores)])),
    blogCategories: new Map(BLOG_CATEGORIES.map((category, n) => [n + 1, entry(n + 1, category, 'all')])),
  };
}

function blogPost(post: (typeof BLOG_POSTS)[number], id: number, stores: readonly StoreView[]): ContentEntry {
  const fields = (language: Language): JsonObject => ({
    title: post[language].title,
    urlKey: post.urlKey,
    content: post[language].content,
    shortContent: post[language].summary,
    image: `b${id}.svg`,
    imageUrl: `${HOST_PLACEHOLDER}/media/blog/b${id}.svg`,
    publishDate: post.publishDate,
    metaTitle: post[language].title,
    metaDescription: post[language].summary,
    categoryIds: [...post.categoryIds],
  });
  const made = entry(id, fields('en'), 'all');
  for (const store of stores) if (store.language === 'de') made.byStore.set(store.code, fields('de'));
  made.isActive = post.disabled !== true;
  return made;
}
