import type { CustomOptionRecord } from '@maho-storefront/kv-schema';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

export interface OptionProps {
  shop: Shop;
  option: CustomOptionRecord;
  currency: string;
  /** What percentages are taken of. */
  base: number;
}

/** An option's title, what it costs, and whether it may be left out. */
export function OptionTitle({
  shop,
  option,
  price,
}: {
  shop: Shop;
  option: CustomOptionRecord;
  price: string;
}) {
  const texts = textsOf(shop.config.locale);
  return (
    <>
      {option.title} {price !== '' && <span class="option-price">{price}</span>}
      {!option.required && <span class="option-hint"> ({texts.optional})</span>}
    </>
  );
}
