import type { ProductCard } from '@maho-storefront/kv-schema';
import { EmptyState } from '../../components/empty-state.js';
import { SearchForm } from '../../components/layout/search-form.js';
import { Pager } from '../../components/pager.js';
import { ProductGrid } from '../../components/product-grid.js';
import { formatCount } from '../../formatting/count.js';
import { pageHref } from '../../formatting/page-href.js';
import { textsOf } from '../../formatting/texts/index.js';
import { Subcategories } from '../category/subcategories.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

export interface SearchPageData {
  /** As it was typed, trimmed; empty for a search page without a search. */
  query: string;
  products: readonly ProductCard[];
  /** From 1. */
  page: number;
  totalItems: number;
  totalPages: number;
}

/** What a search found; never for search engines. */
export function searchPage(shop: Shop, data: SearchPageData): PageContent {
  const texts = textsOf(shop.config.locale);
  return {
    status: 200,
    title: data.query === '' ? texts.searchTitle : texts.searchResultsFor(data.query),
    robots: 'noindex, follow',
    canonical: null,
    crumbs: [{ name: texts.searchTitle, path: 'search' }],
    structuredData: [],
    searchQuery: data.query,
    body: <SearchBody shop={shop} data={data} />,
  };
}

/** A search that had to be refused for a moment: what was typed is kept, and can be sent again. */
export function busySearchPage(shop: Shop, query: string): PageContent {
  const texts = textsOf(shop.config.locale);
  return {
    status: 503,
    title: texts.searchBusy,
    robots: 'noindex, follow',
    canonical: null,
    crumbs: [{ name: texts.searchTitle, path: 'search' }],
    structuredData: [],
    searchQuery: query,
    body: (
      <div class="page-width">
        <EmptyState icon="search" titleAs="h1" title={texts.searchBusy} hint={texts.searchBusyHint}>
          <SearchForm shop={shop} id="search-again" label={texts.searchEmptyQuery} query={query} />
        </EmptyState>
      </div>
    ),
  };
}

function SearchBody({ shop, data }: { shop: Shop; data: SearchPageData }) {
  const { query, products, page, totalItems, totalPages } = data;
  const { locale } = shop.config;
  const texts = textsOf(locale);
  if (products.length === 0) return <NoResults shop={shop} query={query} />;
  return (
    <div class="page-width">
      <header class="page-opening">
        <h1>{texts.searchResultsFor(query)}</h1>
        <p class="lead">{texts.productCount(formatCount(totalItems, locale), totalItems === 1)}</p>
      </header>
      <section aria-labelledby="products">
        <h2 id="products" class="sr-only">
          {texts.products}
        </h2>
        <ProductGrid shop={shop} products={products} isFirst={true} />
        <Pager
          shop={shop}
          page={page}
          totalPages={totalPages}
          hrefOf={(number) => pageHref('search', { q: query, page: number > 1 ? number : undefined })}
        />
      </section>
    </div>
  );
}

function NoResults({ shop, query }: { shop: Shop; query: string }) {
  const texts = textsOf(shop.config.locale);
  const isBlank = query === '';
  return (
    <div class="page-width">
      <EmptyState
        icon="search"
        titleAs="h1"
        title={isBlank ? texts.searchEmptyQuery : texts.searchNothing(query)}
        hint={isBlank ? texts.searchEmptyQueryHint : texts.searchNothingHint}
      >
        <SearchForm shop={shop} id="search-again" label={texts.searchEmptyQuery} query={query} />
        <Subcategories label={texts.shopByCategory} nodes={shop.menu} />
      </EmptyState>
    </div>
  );
}
