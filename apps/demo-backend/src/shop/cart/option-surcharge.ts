import { SIZES } from '../../catalogue/generator/vocabulary.js';
import type { Product } from '../../catalogue/product.js';
import { roundMoney } from '../../catalogue/product-prices.js';
import { chance } from '../../seeded-random.js';
import type { BuyContext } from './purchase.js';

const LARGEST_SIZES: readonly number[] = SIZES.slice(-2).map((size) => size.id);
const SIZE_SURCHARGE = 2.5;
const COLOUR_SURCHARGE = 1;

/**
 * What an option adds to a configurable's price. Merchants set it per configurable; no public read shows it, so only
 * the cart tells (rec-conf-08 is 48 on its page and 55.5 in cart/16-add-variant-by-child-sku.json).
 */
export function optionSurcharge({ settings, store }: BuyContext, parent: Product, optionId: number): number {
  const configured = settings.surcharges[`${parent.id}/${optionId}`];
  const amount = configured ?? (parent.dump === undefined ? generatedSurcharge(parent, optionId) : 0);
  return roundMoney(amount * store.priceFactor);
}

/** Every third configurable asks more for its largest sizes, every fifth for one of its colours. */
function generatedSurcharge(parent: Product, optionId: number): number {
  if (LARGEST_SIZES.includes(optionId)) return chance(33, parent.seed, 201) ? SIZE_SURCHARGE : 0;
  return parent.parts?.[0]?.color === optionId && chance(20, parent.seed, 202) ? COLOUR_SURCHARGE : 0;
}
