import type { ProductCard } from '@maho-storefront/kv-schema';
import type { Shop } from '../pages/shop.js';
import type { PicturePriority } from './picture.js';
import { ProductTile } from './product-tile.js';

/** Products seen without scrolling, on a wide screen. */
const EARLY_TILES = 4;

export interface ProductGridProps {
  shop: Shop;
  products: readonly ProductCard[];
  /** Whether the grid is at the top of its page, so that its first pictures load at once. */
  isFirst: boolean;
}

/** Products side by side: two on a phone, four on a desk. */
export function ProductGrid({ shop, products, isFirst }: ProductGridProps) {
  return (
    <ul class="product-grid">
      {products.map((card, n) => (
        <li>
          <ProductTile shop={shop} card={card} priority={isFirst ? priorityAt(n) : 'late'} />
        </li>
      ))}
    </ul>
  );
}

function priorityAt(n: number): PicturePriority {
  if (n === 0) return 'first';
  return n < EARLY_TILES ? 'early' : 'late';
}
