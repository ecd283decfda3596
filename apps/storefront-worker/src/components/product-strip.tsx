import type { ProductCard } from '@maho-storefront/kv-schema';
import type { Shop } from '../pages/shop.js';
import { ProductGrid } from './product-grid.js';

export interface ProductStripProps {
  shop: Shop;
  id: string;
  title: string;
  products: readonly ProductCard[];
}

/** A section of products below a page's own content; nothing when there are none. */
export function ProductStrip({ shop, id, title, products }: ProductStripProps) {
  if (products.length === 0) return null;
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} class="section-title">
        {title}
      </h2>
      <ProductGrid shop={shop} products={products} isFirst={false} />
    </section>
  );
}
