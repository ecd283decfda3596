import type { PageContent } from '../pages/page-content.js';

/** A page with all that the cache has to know of it. */
export interface LoadedPage {
  content: PageContent;
  /** When it stops being true by date alone, epoch ms; null = never. */
  endsAt: number | null;
  /** It shows what the backend answered: no pulse tells when that changes. */
  askedBackend?: boolean;
  /** Seconds after which the same request may fare better; for an error that passes. */
  retryAfterS?: number;
}

/** The address where something is: a path with its leading slash and, where there is one, a query. */
export interface MovedPage {
  movedTo: string;
  isPermanent: boolean;
  /** As of a page. */
  askedBackend?: boolean;
}

export type PageAnswer = LoadedPage | MovedPage;

/** A page that nothing but its records can change. */
export function lasting(content: PageContent): LoadedPage {
  return { content, endsAt: null };
}
