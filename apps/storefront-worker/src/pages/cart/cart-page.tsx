import { CartLines } from '../../components/cart/cart-lines.js';
import { CartSummary } from '../../components/cart/cart-summary.js';
import type { FilledCartView } from '../../components/cart/cart-view.js';
import { EmptyState } from '../../components/empty-state.js';
import { ProblemNote } from '../../components/form/problem-note.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

export interface CartView {
  /** Null where the shopper has none, or nothing is in it. */
  filled: FilledCartView | null;
  /** What could not be done and belongs to none of the forms. */
  problem: Problem | null;
}

/** `/cart`. */
export function cartPage(shop: Shop, { filled, problem }: CartView): PageContent {
  const texts = cartTexts(shop.config.locale);
  return {
    status: (problem ?? filled?.problem)?.status ?? 200,
    title: texts.title,
    canonical: null,
    crumbs: [],
    structuredData: [],
    body: (
      <div class="page-width cart-page">
        <h1 class="page-opening">{texts.title}</h1>
        <ProblemNote problem={problem} />
        {filled === null ? (
          <EmptyState icon="cart" title={texts.empty} hint={texts.emptyHint}>
            <a class="btn btn-primary" href="/">
              {texts.goOn}
            </a>
          </EmptyState>
        ) : (
          <div class="cart-columns">
            <CartLines shop={shop} cart={filled.cart} products={filled.products} problem={filled.problem} />
            <CartSummary shop={shop} {...filled} />
          </div>
        )}
      </div>
    ),
  };
}
