import type { ProductRecord } from '@maho-storefront/kv-schema';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** How many to buy, within what the shop sells at once. */
export function QuantityField({ shop, product }: { shop: Shop; product: ProductRecord }) {
  const { minSaleQty = 1, maxSaleQty = 0, qtyIncrements = 0, isQtyDecimal = false } = product;
  const step = qtyIncrements > 0 ? qtyIncrements : 1;
  const least = Math.max(minSaleQty, qtyIncrements);
  return (
    <div class="quantity">
      <label for="qty">{textsOf(shop.config.locale).quantity}</label>
      <input
        id="qty"
        class="input"
        type="number"
        name="qty"
        inputmode={isQtyDecimal ? 'decimal' : 'numeric'}
        value={least > 0 ? least : 1}
        min={least > 0 ? least : step}
        max={maxSaleQty > 0 ? maxSaleQty : undefined}
        step={isQtyDecimal && qtyIncrements === 0 ? 'any' : step}
        required
      />
    </div>
  );
}
