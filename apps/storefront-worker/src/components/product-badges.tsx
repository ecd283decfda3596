import type { ProductCard } from '@maho-storefront/kv-schema';
import { isNew } from '../formatting/newness.js';
import { type Price, savedPercent } from '../formatting/price.js';
import { textsOf } from '../formatting/texts/index.js';
import type { Shop } from '../pages/shop.js';

export type BadgedProduct = Pick<ProductCard, 'newsFromDate' | 'newsToDate'>;

export interface ProductBadgesProps {
  shop: Shop;
  product: BadgedProduct;
  price: Price | null;
  isSoldOut: boolean;
}

/** “Sold out”, or what speaks for a product now: its reduction and that it is new. */
export function ProductBadges({ shop, product, price, isSoldOut }: ProductBadgesProps) {
  const texts = textsOf(shop.config.locale);
  if (isSoldOut)
    return (
      <p class="badges">
        <span class="badge badge-neutral">{texts.soldOut}</span>
      </p>
    );
  const percent = price === null ? 0 : savedPercent(price);
  const isFresh = isNew(product, shop);
  if (percent < 1 && !isFresh) return null;
  return (
    <p class="badges">
      {percent >= 1 && <span class="badge badge-accent">{texts.save(percent)}</span>}
      {isFresh && <span class="badge badge-primary">{texts.isNew}</span>}
    </p>
  );
}
