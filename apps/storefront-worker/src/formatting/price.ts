import type { ProductCard } from '@maho-storefront/kv-schema';
import { isOpen, type ShopTime } from './open-window.js';

/** The fields of a product or a card that its price comes from. */
export type Priced = Pick<
  ProductCard,
  | 'type'
  | 'price'
  | 'finalPrice'
  | 'minimalPrice'
  | 'specialPrice'
  | 'specialFromDate'
  | 'specialToDate'
  | 'currency'
>;

export interface Price {
  /** In whole units of `currency`. */
  amount: number;
  currency: string;
  /** The lowest of several: shown as “from”. */
  isFrom: boolean;
  /** The regular price while a lower one holds; null otherwise. */
  was: number | null;
}

/** Types whose price depends on what the shopper picks; all others have one price. */
const RANGE_TYPES: ReadonlySet<string> = new Set(['grouped', 'bundle', 'giftcard']);
/** Prices are floats: what differs by less than this is the same price. */
const SAME_PRICE = 0.005;

/**
 * The price to show now, or null when the record names none.
 *
 * `finalPrice` is what the cart charged when the product was synced. Where a special price began or ended by
 * date since then, the dates win, because the cart goes by them as well: a special price that is open and
 * below `finalPrice` is the price; a `finalPrice` that is exactly a special price that is not open gives way
 * to the regular price. Any other `finalPrice` has another reason (a customer group's price) and is kept.
 *
 * `minimalPrice` may hold a catalogue rule that the cart does not apply, so it counts for ranges only. A
 * bundle's special price is a percentage that its amounts already contain.
 */
export function priceOf(priced: Priced, time: ShopTime): Price | null {
  if (RANGE_TYPES.has(priced.type)) return rangePrice(priced);
  const regular = positive(priced.price);
  const final = positive(priced.finalPrice) ?? regular;
  if (final === null) return null;
  const amount = datedPrice(priced, final, regular, time);
  return {
    amount,
    currency: priced.currency,
    isFrom: false,
    was: regular !== null && regular - amount > SAME_PRICE ? regular : null,
  };
}

/** Whole per cent saved against the regular price; 0 when nothing is. */
export function savedPercent(price: Price): number {
  return price.was === null ? 0 : Math.round((1 - price.amount / price.was) * 100);
}

function rangePrice(priced: Priced): Price | null {
  const amount = positive(priced.minimalPrice) ?? positive(priced.finalPrice) ?? positive(priced.price);
  return amount === null ? null : { amount, currency: priced.currency, isFrom: true, was: null };
}

function datedPrice(priced: Priced, final: number, regular: number | null, time: ShopTime): number {
  const special = positive(priced.specialPrice);
  if (special === null) return final;
  if (isOpen(priced.specialFromDate, priced.specialToDate, time)) return Math.min(special, final);
  const isEndedSpecial = Math.abs(final - special) < SAME_PRICE;
  return isEndedSpecial && regular !== null ? regular : final;
}

/** Maho writes a missing price as 0 in places; nothing in a shop is sold for less than nothing. */
function positive(amount: number | undefined): number | null {
  return amount !== undefined && Number.isFinite(amount) && amount > 0 ? amount : null;
}
