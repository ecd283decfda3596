import type { ProductRecord } from '@maho-storefront/kv-schema';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** Of the database's quantities. */
const DECIMALS = 10_000;

/** The fewest that the shop sells at once, in whole steps; 1 where a record says 0. */
export function leastQuantity({
  minSaleQty = 1,
  qtyIncrements: step = 0,
}: Pick<ProductRecord, 'minSaleQty' | 'qtyIncrements'>): number {
  if (step <= 0) return minSaleQty > 0 ? minSaleQty : 1;
  const steps = Math.ceil(Math.round((minSaleQty / step) * DECIMALS) / DECIMALS);
  return Math.round(Math.max(steps, 1) * step * DECIMALS) / DECIMALS;
}

/** How many to buy, within what the shop sells at once. */
export function QuantityField({ shop, product }: { shop: Shop; product: ProductRecord }) {
  const { minSaleQty = 1, maxSaleQty = 0, qtyIncrements = 0, isQtyDecimal = false } = product;
  const least = leastQuantity(product);
  const isFree = isQtyDecimal && qtyIncrements <= 0;
  return (
    <div class="quantity">
      <label for="qty">{textsOf(shop.config.locale).quantity}</label>
      <input
        id="qty"
        class="input"
        type="number"
        name="qty"
        inputmode={isQtyDecimal ? 'decimal' : 'numeric'}
        value={least}
        min={isFree ? minSaleQty : least}
        max={maxSaleQty > 0 ? maxSaleQty : undefined}
        step={isFree ? 'any' : qtyIncrements > 0 ? qtyIncrements : 1}
        required
      />
    </div>
  );
}
