import type { BundleOptionRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { formatCount } from '../../formatting/count.js';
import { surchargeText } from '../../formatting/option-surcharge.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';
import { type BundleSelectionRecord, selectionAmount } from './bundle-amount.js';

export interface BundleSelectionProps {
  shop: Shop;
  product: ProductRecord;
  option: BundleOptionRecord;
  selection: BundleSelectionRecord;
  kind: 'radio' | 'checkbox';
  name: string;
  factor: number;
}

/** One part to tick, with its price and how many of it are in the bundle. */
export function BundleSelection(props: BundleSelectionProps) {
  const { shop, product, option, selection, kind, name, factor } = props;
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const amount = selectionAmount(product, selection, factor);
  const price = surchargeText({ price: amount }, null, { currency: product.currency, locale, texts });
  // A part without a choice of its own and the only one of a required option is simply in the bundle.
  const isGiven = selection.inStock && option.required && option.selections.length === 1;
  return (
    <label class="tick">
      <input
        type={kind}
        class={kind}
        name={name}
        value={selection.id}
        checked={selection.inStock && (selection.isDefault || isGiven)}
        disabled={!selection.inStock}
        required={kind === 'radio' && option.required}
        data-amount={amount}
        data-qty={selection.defaultQty}
        data-fixed={selection.canChangeQty ? undefined : ''}
      />
      <span>
        {selection.defaultQty !== 1 && `${formatCount(selection.defaultQty, locale)} × `}
        {selection.name}
      </span>
      <span class="tick-price">{selection.inStock ? price : texts.soldOut}</span>
    </label>
  );
}
