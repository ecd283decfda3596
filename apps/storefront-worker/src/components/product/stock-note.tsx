import type { ProductRecord } from '@maho-storefront/kv-schema';
import { formatCount } from '../../formatting/count.js';
import { textsOf } from '../../formatting/texts/index.js';
import { fewLeft } from '../../pages/product/product-stock.js';
import type { Shop } from '../../pages/shop.js';

/** Whether the product can be bought now, and how few are left. */
export function StockNote({
  shop,
  product,
  isAvailable,
}: {
  shop: Shop;
  product: ProductRecord;
  isAvailable: boolean;
}) {
  const { locale } = shop.config;
  const texts = textsOf(locale);
  if (!isAvailable) return <p class="stock stock-out">{texts.soldOut}</p>;
  const left = fewLeft(product);
  if (left !== null) return <p class="stock stock-low">{texts.lowStock(formatCount(left, locale))}</p>;
  return <p class="stock stock-in">{texts.inStock}</p>;
}
