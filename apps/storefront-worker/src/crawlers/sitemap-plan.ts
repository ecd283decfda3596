import { type CategoryNode, type CategoryTreeRecord, LISTING_PAGE_SIZE } from '@maho-storefront/kv-schema';

/**
 * Listing pages whose products stand in one part of a sitemap: each is a record to read and to parse, and with 50
 * of them (2,400 products) a part stays within the time that one request may compute.
 */
export const LISTINGS_PER_PART = 50;

/** A page of a category's listing. */
export interface ListingPageName {
  categoryId: number;
  /** From 1. */
  page: number;
}

/**
 * The listing pages that each part of a store's sitemap is made of: those of all categories in the tree's order. A
 * product that several categories list is in several parts, which crawlers do not mind.
 */
export function planParts(tree: CategoryTreeRecord): ListingPageName[][] {
  const pages = flat(tree).flatMap(listingPages);
  const parts: ListingPageName[][] = [];
  for (let at = 0; at < pages.length; at += LISTINGS_PER_PART) {
    parts.push(pages.slice(at, at + LISTINGS_PER_PART));
  }
  return parts;
}

/** All categories of a tree, each before those below it. */
export function flat(nodes: readonly CategoryNode[]): CategoryNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

function listingPages({ id, productCount }: CategoryNode): ListingPageName[] {
  const count = Math.ceil(productCount / LISTING_PAGE_SIZE);
  return Array.from({ length: count }, (_, n) => ({ categoryId: id, page: n + 1 }));
}
