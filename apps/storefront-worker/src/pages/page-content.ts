import type { Child } from 'hono/jsx';
import type { PageSubject } from '../store-views/page-subject.js';

/** A link in a page's breadcrumbs; `path` without its leading slash. */
export interface Crumb {
  name: string;
  path: string;
}

/** What a page is, before the layout is put around it. */
export interface PageContent {
  status: 200 | 400 | 401 | 404 | 409 | 422 | 429 | 500 | 503;
  /** For `<title>`; the layout adds the store's name. */
  title: string;
  description?: string | undefined;
  /** `robots` meta; absent = index, follow. */
  robots?: string | undefined;
  /** Canonical path, with its leading slash and the query that belongs to it; null = none. */
  canonical: string | null;
  previous?: string | undefined;
  next?: string | undefined;
  /** Open Graph type and picture. */
  ogType?: 'website' | 'product' | 'article' | undefined;
  ogImage?: string | undefined;
  crumbs: readonly Crumb[];
  /** What other store views may have as well; absent for a page of this one alone. */
  subject?: PageSubject | undefined;
  /** JSON-LD objects; the layout escapes them. */
  structuredData: readonly object[];
  /** What the search form of the header shows; absent = nothing. */
  searchQuery?: string | undefined;
  body: Child;
}
