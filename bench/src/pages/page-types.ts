/**
 * Kinds of pages that are measured. Search is none of them: rendering it is waiting for the backend, and once
 * stored it is served as any other page.
 */
export const PAGE_TYPES = ['home', 'category', 'product', 'CMS page', 'blog post'] as const;
export type PageType = (typeof PAGE_TYPES)[number];

/** Something of each type of page. */
export type PerPageType<T> = Readonly<Record<PageType, T>>;

export function perPageType<T>(make: (type: PageType) => T): PerPageType<T> {
  return {
    home: make('home'),
    category: make('category'),
    product: make('product'),
    'CMS page': make('CMS page'),
    'blog post': make('blog post'),
  };
}

/** One type after another, so that none is in another's way. */
export async function perPageTypeInTurn<T>(measure: (type: PageType) => Promise<T>): Promise<PerPageType<T>> {
  return {
    home: await measure('home'),
    category: await measure('category'),
    product: await measure('product'),
    'CMS page': await measure('CMS page'),
    'blog post': await measure('blog post'),
  };
}
