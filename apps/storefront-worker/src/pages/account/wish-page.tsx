import type { ProductCard } from '@maho-storefront/kv-schema';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';

/** `GET /account/wishlist/add`: where one is after signing in, because a link changes nothing by itself. */
export function wishPage(shop: Shop, { product }: { product: ProductCard }): PageContent {
  const texts = accountTexts(shop.config.locale);
  return accountPage(shop, {
    part: 'wishlist',
    title: product.name,
    body: (
      <form method="post" action="/account/wishlist/add">
        <input type="hidden" name="product" value={product.id} />
        <button type="submit" class="btn btn-primary">
          {texts.addToWishlist}
        </button>
      </form>
    ),
  });
}
