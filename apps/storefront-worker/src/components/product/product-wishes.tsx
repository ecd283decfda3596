import type { ProductRecord } from '@maho-storefront/kv-schema';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Shop } from '../../pages/shop.js';
import { Icon } from '../icon.js';

/** What a customer may do with a product but buy it. Everybody gets the same: who it is comes out at the address. */
export function ProductWishes({ shop, product }: { shop: Shop; product: ProductRecord }) {
  const { locale, wishlistEnabled, reviewsEnabled } = shop.config;
  if (!wishlistEnabled && !reviewsEnabled) return null;
  const texts = accountTexts(locale);
  return (
    <div class="product-wishes">
      {wishlistEnabled && (
        <form method="post" action="/account/wishlist/add">
          <input type="hidden" name="product" value={product.id} />
          <button type="submit" class="link-button">
            <Icon name="heart" /> {texts.addToWishlist}
          </button>
        </form>
      )}
      {reviewsEnabled && (
        <a class="link-button" href={`/account/review?product=${product.id}`} rel="nofollow">
          <Icon name="star" /> {texts.writeReview}
        </a>
      )}
    </div>
  );
}
