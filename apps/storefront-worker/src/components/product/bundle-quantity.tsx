import type { BundleOptionRecord } from '@maho-storefront/kv-schema';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** Whether the number of pieces may differ for one of an option's parts. */
export function hasOpenQuantity({ selections }: BundleOptionRecord): boolean {
  return selections.some(({ canChangeQty }) => canChangeQty);
}

/** How many of the part that is chosen; it says nothing of a part whose number is fixed. */
export function BundleQuantity({ shop, option }: { shop: Shop; option: BundleOptionRecord }) {
  const { id, title, selections } = option;
  const chosen = selections.find(({ isDefault, inStock }) => isDefault && inStock) ?? selections[0];
  return (
    <input
      id={`bundle-qty-${id}`}
      class="input"
      type="number"
      inputmode="numeric"
      name={`bundle_option_qty[${id}]`}
      aria-label={`${textsOf(shop.config.locale).quantity}: ${title}`}
      value={chosen?.defaultQty ?? 1}
      min={1}
      data-qty-of={`bundle_option[${id}]`}
    />
  );
}
