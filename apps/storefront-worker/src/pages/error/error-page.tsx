import { EmptyState } from '../../components/empty-state.js';
import { pageHref } from '../../formatting/page-href.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

/** What a shopper sees when rendering failed although the store's own records are there. */
export function errorPage(shop: Shop): PageContent {
  const texts = textsOf(shop.config.locale);
  return {
    status: 500,
    title: texts.errorTitle,
    robots: 'noindex, nofollow',
    canonical: null,
    crumbs: [],
    structuredData: [],
    body: (
      <div class="page-width">
        <EmptyState icon="box" titleAs="h1" title={texts.errorTitle} hint={texts.errorHint}>
          <a class="btn btn-primary" href={pageHref(shop.path)}>
            {texts.tryAgain}
          </a>
        </EmptyState>
      </div>
    ),
  };
}
