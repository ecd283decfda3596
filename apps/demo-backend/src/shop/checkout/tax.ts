import type { Catalogue } from '../../catalogue/catalogue.js';
import { roundMoney } from '../../catalogue/product-prices.js';
import type { Cart } from '../cart/cart.js';
import type { AddressFields } from '../cart/cart-address.js';
import type { ShopSettings } from '../shop-settings.js';
import { regionsOf } from './regions.js';

/** Keeps sums of x.xx5 from being rounded now up, now down; Maho starts with the same amount. */
const FIRST_DELTA = 0.000001;

/** Rounds amounts one after the other and carries what each lost into the next, so that the sum comes out right. */
export class DeltaRounding {
  #delta = FIRST_DELTA;

  round(amount: number): number {
    if (amount === 0) return 0;
    const exact = amount + this.#delta;
    const rounded = roundMoney(exact);
    this.#delta = exact - rounded;
    return rounded;
  }
}

/**
 * The rate for an address, in per cent; 0 without one, and where a region is given by its name only: rates go by
 * region id.
 */
export function taxPercent(
  catalogue: Catalogue,
  settings: ShopSettings,
  cart: Cart,
  address: AddressFields | undefined,
): number {
  if (address === undefined || address.countryId === '') return 0;
  const regions = regionsOf(catalogue, cart.store, address.countryId);
  const region = regions.find(({ id }) => id === address.regionId)?.code;
  const rate = settings.taxRates.find(
    (candidate) =>
      candidate.country === address.countryId &&
      (candidate.region === undefined || candidate.region === region),
  );
  return rate?.percent ?? 0;
}
