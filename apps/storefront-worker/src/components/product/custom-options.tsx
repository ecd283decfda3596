import type { ProductRecord } from '@maho-storefront/kv-schema';
import type { Shop } from '../../pages/shop.js';
import { ChoiceOption } from './choice-option.js';
import { TypedOption } from './typed-option.js';

/** Options whose value is one of the merchant's; all others are typed in. */
const CHOICE_TYPES: ReadonlySet<string> = new Set(['drop_down', 'radio', 'checkbox', 'multiple']);

export interface CustomOptionsProps {
  shop: Shop;
  product: ProductRecord;
  /** What percentages are taken of. */
  base: number;
}

/** The merchant's own options of a product, of every type, with what they cost. */
export function CustomOptions({ shop, product, base }: CustomOptionsProps) {
  if (product.customOptions.length === 0) return null;
  return (
    <div class="custom-options">
      {product.customOptions.map((option) =>
        CHOICE_TYPES.has(option.type) ? (
          <ChoiceOption shop={shop} option={option} currency={product.currency} base={base} />
        ) : (
          <TypedOption shop={shop} option={option} currency={product.currency} base={base} />
        ),
      )}
    </div>
  );
}
