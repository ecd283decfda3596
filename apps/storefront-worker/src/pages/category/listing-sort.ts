/** The orders a listing can be shown in; `position` is the merchant's. */
export const LISTING_SORTS = ['position', 'name', 'price-asc', 'price-desc', 'newest'] as const;
export type ListingSort = (typeof LISTING_SORTS)[number];

/** The order named by a request; the merchant's for anything that is none. */
export function parseListingSort(text: string | undefined): ListingSort {
  return LISTING_SORTS.find((sort) => sort === text) ?? 'position';
}
