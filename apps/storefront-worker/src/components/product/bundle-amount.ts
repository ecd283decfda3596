import type { BundleOptionRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { surchargeAmount } from '../../formatting/option-surcharge.js';

/** A selection of a bundle's option. */
export type BundleSelectionRecord = BundleOptionRecord['selections'][number];

/** What one piece of a selection adds to the bundle's price, in the record's currency. */
export function selectionAmount(
  product: ProductRecord,
  { price, priceType }: BundleSelectionRecord,
  factor: number,
): number {
  return (surchargeAmount({ price, priceType }, product.price ?? null) ?? 0) * factor;
}
