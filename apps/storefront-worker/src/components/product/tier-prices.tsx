import type { ProductRecord, TierPriceRecord } from '@maho-storefront/kv-schema';
import { formatCount } from '../../formatting/count.js';
import { formatMoney } from '../../formatting/money.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** What one pays when buying several. A bundle's tier prices are percentages off. */
export function TierPrices({ shop, product }: { shop: Shop; product: ProductRecord }) {
  if (product.tierPrices.length === 0) return null;
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const isPercent = product.type === 'bundle';
  const line = ({ qty, price }: TierPriceRecord) =>
    isPercent
      ? texts.tierSaving(formatCount(qty, locale), formatCount(price, locale))
      : texts.tierPrice(formatCount(qty, locale), formatMoney(price, product.currency, locale));
  return (
    <section class="tier-prices" aria-labelledby="tier-prices">
      <h2 id="tier-prices">{texts.tierPrices}</h2>
      <ul>
        {product.tierPrices.map((tier) => (
          <li>{line(tier)}</li>
        ))}
      </ul>
    </section>
  );
}
