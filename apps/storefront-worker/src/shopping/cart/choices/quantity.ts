import type { ProductRecord } from '@maho-storefront/kv-schema';
import { formatCount } from '../../../formatting/count.js';
import { choicesTexts } from '../../../formatting/texts/choices/index.js';
import { FormRefusal } from '../../visit/form-refusal.js';

/** Maho's own bound for every cart. */
export const MOST_PIECES = 10_000;

/** What the shop sells at once, as far as a product's record says it. */
export type SaleRules = Pick<ProductRecord, 'minSaleQty' | 'maxSaleQty' | 'qtyIncrements' | 'isQtyDecimal'>;

/** A number as a shopper types it, “1,5” too; NaN for what is none. */
export function typedNumber(text: string): number {
  const trimmed = text.trim().replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/**
 * A quantity that may be asked of the shop.
 *
 * @param field the form's name for it.
 * @throws FormRefusal that says what would be right.
 */
export function quantityOf(text: string, field: string, rules: SaleRules, locale: string): number {
  const texts = choicesTexts(locale);
  const { minSaleQty: least = 0, maxSaleQty = 0, qtyIncrements: step = 0, isQtyDecimal = false } = rules;
  const most = maxSaleQty > 0 ? Math.min(maxSaleQty, MOST_PIECES) : MOST_PIECES;
  const count = (qty: number) => formatCount(qty, locale);
  const qty = typedNumber(text);
  if (!(qty > 0)) throw new FormRefusal('quantity_invalid', texts.quantityPositive, [field]);
  if (qty > most) throw new FormRefusal('quantity_too_high', texts.quantityMost(count(most)), [field]);
  if (!isQtyDecimal && !Number.isInteger(qty)) {
    throw new FormRefusal('quantity_invalid', texts.quantityWhole, [field]);
  }
  if (qty < least) throw new FormRefusal('quantity_too_low', texts.quantityLeast(count(least)), [field]);
  if (step > 0 && !isMultiple(qty, step)) {
    throw new FormRefusal('quantity_increment', texts.quantityStep(count(step)), [field]);
  }
  return qty;
}

/** Of decimals too: 0.3 is three times 0.1. */
function isMultiple(qty: number, step: number): boolean {
  const times = qty / step;
  return Math.abs(times - Math.round(times)) < 1e-6;
}
