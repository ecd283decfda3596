import type { Catalogue } from '../../catalogue/catalogue.js';
import { roundMoney } from '../../catalogue/product-prices.js';
import { type Cart, type CartLine, isVirtualCart } from '../cart/cart.js';
import type { CouponRule, ShopSettings } from '../shop-settings.js';
import { isApplicable, rowDiscounts } from './discounts.js';
import { rateCode, type ShippingRate, shippingRates } from './shipping.js';
import { DeltaRounding, taxPercent } from './tax.js';

/** What a line costs. */
export interface LineTotals {
  readonly line: CartLine;
  readonly price: number;
  readonly priceInclTax: number;
  readonly rowTotal: number;
  readonly rowTotalInclTax: number;
  readonly discount: number;
  readonly discountPercent: number;
  readonly tax: number;
  /** Of the line itself; the parts of a bundle carry their own. */
  readonly taxPercent: number;
}

/** What a cart costs. */
export interface CartTotals {
  readonly lines: readonly LineTotals[];
  readonly subtotal: number;
  readonly subtotalInclTax: number;
  readonly discount: number;
  readonly tax: number;
  readonly rates: readonly ShippingRate[];
  readonly selectedRate: ShippingRate | undefined;
  readonly shipping: number;
  readonly giftCards: number;
  readonly grandTotal: number;
  /** The rule of the coupon, if it applies. */
  readonly rule: CouponRule | undefined;
}

interface TaxContext {
  readonly percent: number;
  /** Amounts before and after discounts are rounded in series of their own. */
  readonly full: DeltaRounding;
  readonly discounted: DeltaRounding;
}

/** Counts a cart anew, with the prices of this moment (epoch seconds). */
export function collectTotals(
  catalogue: Catalogue,
  settings: ShopSettings,
  cart: Cart,
  now: number,
): CartTotals {
  const rows = cart.lines.map((line) => ({ line, ...pricesOf(line, now) }));
  const subtotal = roundMoney(rows.reduce((sum, row) => sum + row.rowTotal, 0));
  const rule = applicableRule(settings, cart, subtotal);
  const discounts = rowDiscounts(
    rule,
    rows.map((row) => row.rowTotal),
    cart.store,
  );
  const address = isVirtualCart(cart) ? cart.billing : cart.shipping;
  const tax: TaxContext = {
    percent: taxPercent(catalogue, settings, cart, address?.fields),
    full: new DeltaRounding(),
    discounted: new DeltaRounding(),
  };
  const lines = rows.map((row, n) => lineTotals(row, discounts[n] ?? 0, rule, tax));
  const rates = shippingRates(settings, cart, subtotal);
  const selectedRate = rates.find((rate) => rateCode(rate) === cart.shippingMethod);
  const sums = {
    discount: roundMoney(lines.reduce((sum, line) => sum + line.discount, 0)),
    tax: roundMoney(lines.reduce((sum, line) => sum + line.tax, 0)),
    shipping: selectedRate?.price ?? 0,
  };
  const toPay = roundMoney(subtotal - sums.discount + sums.tax + sums.shipping);
  const balance = [...cart.giftCards.values()].reduce((sum, amount) => sum + amount, 0);
  const giftCards = roundMoney(Math.min(balance, toPay));
  return {
    lines,
    subtotal,
    subtotalInclTax: lines.reduce((sum, line) => sum + line.rowTotalInclTax, 0),
    ...sums,
    rates,
    selectedRate,
    giftCards,
    grandTotal: roundMoney(toPay - giftCards),
    rule,
  };
}

function applicableRule(settings: ShopSettings, cart: Cart, subtotal: number): CouponRule | undefined {
  const rule = settings.coupons.find(({ code }) => code === cart.couponCode);
  return rule !== undefined && isApplicable(rule, subtotal, cart.store) ? rule : undefined;
}

interface Row {
  readonly line: CartLine;
  readonly price: number;
  readonly rowTotal: number;
  /** Taxable and other parts of the row, in their order. */
  readonly parts: readonly { readonly total: number; readonly taxable: boolean }[];
}

function pricesOf(line: CartLine, now: number): Omit<Row, 'line'> {
  const parts = line.purchase.parts(line.qty, now);
  const price = roundMoney(parts.reduce((sum, part) => sum + part.unitPrice * part.qty, 0));
  return {
    price,
    rowTotal: roundMoney(price * line.qty),
    parts: parts.map((part) => ({ total: part.unitPrice * part.qty * line.qty, taxable: part.taxable })),
  };
}

function lineTotals(row: Row, discount: number, rule: CouponRule | undefined, tax: TaxContext): LineTotals {
  const { line, price, rowTotal, parts } = row;
  const kept = rowTotal === 0 ? 0 : 1 - discount / rowTotal;
  const taxed = (part: Row['parts'][number], share: number) =>
    part.taxable ? (part.total * share * tax.percent) / 100 : 0;
  // Added up part by part and never rounded, as PHP leaves it: 697.5999999999999 (cart/38-shipping-address.json).
  const rowTotalInclTax = parts.reduce(
    (sum, part) => sum + (roundMoney(part.total) + tax.full.round(taxed(part, 1))),
    0,
  );
  const discounted = parts.reduce((sum, part) => sum + tax.discounted.round(taxed(part, kept)), 0);
  const isTaxedAsOne = parts.length === 1 && parts[0]?.taxable === true;
  return {
    line,
    price,
    priceInclTax: roundMoney(rowTotalInclTax / line.qty),
    rowTotal,
    rowTotalInclTax,
    discount,
    discountPercent: discount > 0 ? (rule?.percent ?? 0) : 0,
    tax: discounted,
    taxPercent: isTaxedAsOne ? tax.percent : 0,
  };
}
