import { EmptyState } from '../../components/empty-state.js';
import { Pager } from '../../components/pager.js';
import { ProductGrid } from '../../components/product-grid.js';
import { RichText } from '../../components/rich-text.js';
import { formatCount } from '../../formatting/count.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../shop.js';
import type { CategoryPageData } from './category-page.js';
import { SortForm } from './sort-form.js';
import { Subcategories } from './subcategories.js';

/** Maho's display mode of a category that opens with its landing block alone. */
const BLOCK_ONLY = 'PAGE';
const BLOCK_MODES: ReadonlySet<string> = new Set([BLOCK_ONLY, 'PRODUCTS_AND_PAGE']);

export interface CategoryBodyProps {
  shop: Shop;
  data: CategoryPageData;
  hrefOf: (page: number) => string;
}

export function CategoryBody({ shop, data, hrefOf }: CategoryBodyProps) {
  const { category, node, listing } = data;
  const showsBlock = BLOCK_MODES.has(category.displayMode ?? '') && Boolean(category.landingBlock);
  const isFirstPage = listing.page <= 1;
  const products = <Listing shop={shop} data={data} hrefOf={hrefOf} />;
  return (
    <div class="page-width">
      <header class="page-opening">
        <h1>{category.name}</h1>
        {isFirstPage && category.description && <RichText html={category.description} class="lead" />}
        <Subcategories label={category.name} nodes={node.children} />
      </header>
      {isFirstPage && showsBlock && (
        <section class="section">
          <RichText html={category.landingBlock ?? ''} class="rich-text-wide" />
        </section>
      )}
      {category.displayMode === BLOCK_ONLY && showsBlock && listing.totalItems > 0 ? (
        // Folded away as the merchant wants it, but still there: some products are in no other category.
        <details class="listing-folded" open={!isFirstPage}>
          <summary class="btn">{showAllText(shop, listing.totalItems)}</summary>
          {products}
        </details>
      ) : (
        products
      )}
    </div>
  );
}

function showAllText({ config }: Shop, totalItems: number): string {
  return textsOf(config.locale).showAllProducts(formatCount(totalItems, config.locale));
}

function Listing({ shop, data, hrefOf }: CategoryBodyProps) {
  const { category, listing, sort } = data;
  const { locale } = shop.config;
  const texts = textsOf(locale);
  if (listing.products.length === 0) {
    return (
      <EmptyState icon="leaf" title={texts.emptyCategory} hint={texts.emptyCategoryHint}>
        <a class="btn btn-primary" href="/">
          {texts.backToShop}
        </a>
      </EmptyState>
    );
  }
  return (
    <section class="listing" aria-labelledby="products">
      <h2 id="products" class="sr-only">
        {texts.products}
      </h2>
      <div class="listing-bar">
        <p>
          {texts.productCount(formatCount(listing.totalItems, locale), listing.totalItems === 1)}
          {listing.totalPages > 1 && (
            <span class="listing-bar-page">
              {texts.pageOf(formatCount(listing.page, locale), formatCount(listing.totalPages, locale))}
            </span>
          )}
        </p>
        <SortForm shop={shop} path={category.path} sort={sort} />
      </div>
      <ProductGrid shop={shop} products={listing.products} isFirst={true} />
      <Pager shop={shop} page={listing.page} totalPages={listing.totalPages} hrefOf={hrefOf} />
    </section>
  );
}
