import type { ProductCard } from '@maho-storefront/kv-schema';
import { pageHref } from '../formatting/page-href.js';
import { priceOf } from '../formatting/price.js';
import type { Shop } from '../pages/shop.js';
import { Picture, type PicturePriority } from './picture.js';
import { PriceTag } from './price-tag.js';
import { ProductBadges } from './product-badges.js';
import { ProductTileBuy } from './product-tile-buy.js';
import { Rating } from './rating.js';

const SIZES = '(min-width: 64rem) 18rem, (min-width: 40rem) 31vw, 46vw';

/** A product in a listing; all of it but the button leads to the product. */
export function ProductTile({
  shop,
  card,
  priority,
}: {
  shop: Shop;
  card: ProductCard;
  priority: PicturePriority;
}) {
  const price = priceOf(card, shop);
  const isSoldOut = card.stockStatus !== 'in_stock';
  const label = card.imageLabel?.trim() ?? '';
  return (
    <article class={isSoldOut ? 'tile tile-sold-out' : 'tile'}>
      <div class="tile-picture">
        <Picture
          shop={shop}
          url={card.imageUrl}
          alt={label === card.name.trim() ? '' : label}
          width={400}
          height={400}
          sizes={SIZES}
          priority={priority}
        />
      </div>
      <h3 class="tile-name">
        <a href={pageHref(card.slug)}>{card.name}</a>
      </h3>
      {price !== null && <PriceTag shop={shop} price={price} />}
      <Rating shop={shop} reviewCount={card.reviewCount} averageRating={card.averageRating} />
      <ProductBadges shop={shop} product={card} price={price} isSoldOut={isSoldOut} />
      <ProductTileBuy shop={shop} card={card} />
    </article>
  );
}
