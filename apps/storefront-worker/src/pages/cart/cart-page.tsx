import type { Cart } from '@maho-storefront/maho-client/shopping';
import { CartLines } from '../../components/cart/cart-lines.js';
import { EmptyState } from '../../components/empty-state.js';
import { ProblemNote } from '../../components/form/problem-note.js';
import { formatMoney } from '../../formatting/money.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

export interface CartView {
  /** Null where the shopper has none. */
  cart: Cart | null;
  problem: Problem | null;
}

/** `/cart`. */
export function cartPage(shop: Shop, { cart, problem }: CartView): PageContent {
  const { locale } = shop.config;
  const texts = cartTexts(locale);
  return {
    status: problem?.status ?? 200,
    title: texts.title,
    canonical: null,
    crumbs: [],
    structuredData: [],
    body: (
      <div class="page-width cart-page">
        <h1 class="page-title">{texts.title}</h1>
        <ProblemNote problem={problem} />
        {cart === null || cart.items.length === 0 ? (
          <EmptyState icon="cart" title={texts.empty} hint={texts.emptyHint}>
            <a class="btn btn-primary" href="/">
              {texts.goOn}
            </a>
          </EmptyState>
        ) : (
          <>
            <CartLines shop={shop} cart={cart} />
            <p class="cart-total">
              {texts.grandTotal} {formatMoney(cart.prices.grandTotal, cart.currency, locale)}
            </p>
          </>
        )}
      </div>
    ),
  };
}
