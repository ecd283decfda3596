import type { ProductRecord } from '@maho-storefront/kv-schema';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** The fewest that the shop sells at once; 0 where a record says so. */
export function leastQuantity({ minSaleQty = 1, qtyIncrements = 0 }: ProductRecord): number {
  return Math.max(minSaleQty, qtyIncrements);
}

/** How many to buy, within what the shop sells at once. */
export function QuantityField({ shop, product }: { shop: Shop; product: ProductRecord }) {
  const { maxSaleQty = 0, qtyIncrements = 0, isQtyDecimal = false } = product;
  const step = qtyIncrements > 0 ? qtyIncrements : 1;
  const least = leastQuantity(product);
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
