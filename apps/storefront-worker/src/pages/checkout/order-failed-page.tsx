import { ProblemNote } from '../../components/form/problem-note.js';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

/** Where an order failed and the cart cannot be shown either: says what came of it, and leads back. */
export function orderFailedPage(shop: Shop, problem: Problem): PageContent {
  const texts = checkoutTexts(shop.config.locale);
  return {
    status: problem.status,
    title: texts.title,
    canonical: null,
    crumbs: [],
    structuredData: [],
    body: (
      <div class="page-width">
        <div class="page-opening">
          <h1>{texts.title}</h1>
        </div>
        <ProblemNote problem={problem} />
        <p class="checkout-go-on">
          <a class="btn btn-primary" href="/checkout">
            {texts.backToCheckout}
          </a>
        </p>
      </div>
    ),
  };
}
