import type { ProductRecord } from '@maho-storefront/kv-schema';
import { localeTag } from '../../formatting/locale-tag.js';
import type { Price } from '../../formatting/price.js';
import { textsOf } from '../../formatting/texts/index.js';
import { basePrice } from '../../pages/product/product-price.js';
import type { Shop } from '../../pages/shop.js';
import type { Problem } from '../../shopping/visit/problem.js';
import { ProblemNote } from '../form/problem-note.js';
import { BundleChoice } from './bundle-choice.js';
import { bundleFactor } from './bundle-factor.js';
import { CustomOptions } from './custom-options.js';
import { DownloadLinks } from './download-links.js';
import { GiftCardFields } from './gift-card-fields.js';
import { GroupedTable } from './grouped-table.js';
import { leastQuantity, QuantityField } from './quantity-field.js';
import { VariantChoice } from './variant-choice.js';

/** Types whose parts come with a choice or a quantity of their own. */
const PICKED_TYPES: ReadonlySet<string> = new Set(['bundle', 'grouped']);

export interface BuyFormProps {
  shop: Shop;
  product: ProductRecord;
  price: Price | null;
  isAvailable: boolean;
  /** Why it could not be put into the cart. */
  problem?: Problem | null;
}

/**
 * Everything one chooses about a product, as a plain form. The script only adds the running total and the
 * availability of combinations; the `data-` attributes tell it the prices.
 */
export function BuyForm({ shop, product, price, isAvailable, problem = null }: BuyFormProps) {
  const texts = textsOf(shop.config.locale);
  const base = basePrice(product, price);
  const hasFile = product.customOptions.some((option) => option.type === 'file');
  return (
    <form
      class="buy-form"
      method="post"
      action="/cart/add#buy"
      id="buy"
      enctype={hasFile ? 'multipart/form-data' : undefined}
      data-buy-form
      data-base={base}
      data-tiers={product.type === 'bundle' ? undefined : tierText(product)}
      data-currency={price?.currency ?? product.currency}
      data-locale={localeTag(shop.config.locale)}
    >
      <input type="hidden" name="product" value={product.id} />
      <input type="hidden" name="slug" value={product.slug} />
      <ProblemNote problem={problem} />
      <VariantChoice shop={shop} product={product} />
      <GroupedTable shop={shop} product={product} />
      <BundleChoice shop={shop} product={product} factor={bundleFactor(product, shop)} />
      <DownloadLinks shop={shop} product={product} />
      <GiftCardFields shop={shop} product={product} />
      <CustomOptions shop={shop} product={product} base={base} />
      <div class="buy-form-end">
        <TotalLine shop={shop} product={product} />
        {product.type !== 'grouped' && <QuantityField shop={shop} product={product} />}
        <button type="submit" class="btn btn-primary btn-lg buy-button" disabled={!isAvailable} data-buy>
          {isAvailable ? texts.addToCart : texts.soldOut}
        </button>
      </div>
    </form>
  );
}

/**
 * The running total, which the script fills. Where something is picked from the start it will show at once, so
 * its place is kept; elsewhere it appears with the first choice that changes the price.
 */
function TotalLine({ shop, product }: { shop: Shop; product: ProductRecord }) {
  const isPickedFromStart = PICKED_TYPES.has(product.type) || leastQuantity(product) > 1;
  return (
    <p
      class="buy-form-total"
      data-total
      data-kept={isPickedFromStart ? '' : undefined}
      hidden={!isPickedFromStart}
    >
      <span>{textsOf(shop.config.locale).total}</span> <output data-total-amount />
    </p>
  );
}

/** “5:9.5,10:9”: from five on 9.50 each, from ten on 9.00. */
function tierText({ tierPrices }: ProductRecord): string | undefined {
  if (tierPrices.length === 0) return undefined;
  return tierPrices.map(({ qty, price }) => `${qty}:${price}`).join(',');
}
