import { EmptyState } from '../../components/empty-state.js';
import { SearchForm } from '../../components/layout/search-form.js';
import { textsOf } from '../../formatting/texts/index.js';
import { Subcategories } from '../category/subcategories.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

/** What stands at an address that leads nowhere: the search and the way home. */
export function notFoundPage(shop: Shop): PageContent {
  const texts = textsOf(shop.config.locale);
  return {
    status: 404,
    title: texts.notFoundTitle,
    robots: 'noindex, follow',
    canonical: null,
    crumbs: [],
    structuredData: [],
    body: (
      <div class="page-width">
        <EmptyState icon="leaf" titleAs="h1" title={texts.notFoundTitle} hint={texts.notFoundHint}>
          <SearchForm shop={shop} id="search-here" label={texts.searchEmptyQuery} />
          <Subcategories label={texts.shopByCategory} nodes={shop.menu} />
          <a class="btn btn-primary" href="/">
            {texts.backToShop}
          </a>
        </EmptyState>
      </div>
    ),
  };
}
