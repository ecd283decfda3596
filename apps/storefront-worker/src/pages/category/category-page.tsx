import type { CategoryNode, CategoryRecord, ListingPageRecord } from '@maho-storefront/kv-schema';
import { formatCount } from '../../formatting/count.js';
import { plainText } from '../../formatting/plain-text.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Crumb, PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { CategoryBody } from './category-body.js';
import { categoryHref } from './category-href.js';
import type { ListingSort } from './listing-sort.js';

export interface CategoryPageData {
  category: CategoryRecord;
  /** The category in the tree, for its subcategories. */
  node: CategoryNode;
  /** Its ancestors, the top one first; the category itself may stand at the end. */
  trail: readonly Crumb[];
  /** The page of the listing to show, in the order of `sort`. */
  listing: ListingPageRecord;
  sort: ListingSort;
}

/** A category: what is below it, what the merchant wrote, and a page of its products. */
export function categoryPage(shop: Shop, data: CategoryPageData): PageContent {
  const { category, listing, sort } = data;
  const { page, totalPages } = listing;
  const hrefOf = (number: number) => categoryHref(category.path, number, sort);
  return {
    status: 200,
    title: pageTitle(shop, category, page),
    description: category.metaDescription ?? plainText(category.description ?? '', 200),
    // Another order shows the same products: one order is enough for a search engine.
    robots: sort === 'position' ? category.metaRobots : 'noindex, follow',
    canonical: sort === 'position' ? categoryHref(category.path, page) : null,
    subject: { kind: 'category', id: category.id },
    previous: page > 1 ? hrefOf(page - 1) : undefined,
    next: page < totalPages ? hrefOf(page + 1) : undefined,
    ogImage: category.image,
    crumbs: [
      ...data.trail.filter(({ path }) => path !== category.path),
      { name: category.name, path: category.path },
    ],
    structuredData: [],
    body: <CategoryBody shop={shop} data={data} hrefOf={hrefOf} />,
  };
}

function pageTitle(shop: Shop, { metaTitle, name }: CategoryRecord, page: number): string {
  const title = metaTitle ?? name;
  if (page === 1) return title;
  return `${title} – ${textsOf(shop.config.locale).page(formatCount(page, shop.config.locale))}`;
}
