import { roundMoney } from '../../catalogue/product-prices.js';
import type { StoreView } from '../../catalogue/store-view.js';
import type { CouponRule } from '../shop-settings.js';

/** Whether a rule applies to a cart of this subtotal. */
export function isApplicable(rule: CouponRule, subtotal: number, store: StoreView): boolean {
  return rule.expired !== true && subtotal > 0 && subtotal >= (rule.minimumSubtotal ?? 0) * store.priceFactor;
}

/** What a rule takes off each row; a fixed amount is spread over the rows by what they cost, the last takes the rest. */
export function rowDiscounts(
  rule: CouponRule | undefined,
  rowTotals: readonly number[],
  store: StoreView,
): number[] {
  if (rule?.percent !== undefined) {
    const { percent } = rule;
    return rowTotals.map((row) => roundMoney((row * percent) / 100));
  }
  if (rule?.amount === undefined) return rowTotals.map(() => 0);
  const subtotal = rowTotals.reduce((sum, row) => sum + row, 0);
  const whole = Math.min(roundMoney(rule.amount * store.priceFactor), subtotal);
  let left = whole;
  return rowTotals.map((row, n) => {
    const share = n === rowTotals.length - 1 ? left : roundMoney((whole * row) / subtotal);
    left = roundMoney(left - share);
    return share;
  });
}
