import type { BundleOptionRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';
import { BundleList } from './bundle-list.js';
import { BundleQuantity, hasOpenQuantity } from './bundle-quantity.js';
import { BundleSelection } from './bundle-selection.js';

/** Types whose selections are ticked; several of them at once where the type says so. */
const TICKED_TYPES: Readonly<Record<string, 'radio' | 'checkbox'>> = {
  radio: 'radio',
  checkbox: 'checkbox',
  multi: 'checkbox',
};

export interface BundleChoiceProps {
  shop: Shop;
  product: ProductRecord;
  /** What the parts cost of their prices, 1 = all of it. */
  factor: number;
}

/** The parts of a bundle, to be put together. */
export function BundleChoice({ shop, product, factor }: BundleChoiceProps) {
  if (product.bundleOptions.length === 0) return null;
  return (
    <section class="bundle" aria-labelledby="bundle">
      <h2 id="bundle" class="form-title">
        {textsOf(shop.config.locale).putTogether}
      </h2>
      {product.bundleOptions.map((option) => (
        <BundleOption shop={shop} product={product} option={option} factor={factor} />
      ))}
    </section>
  );
}

function BundleOption({ option, ...shared }: BundleChoiceProps & { option: BundleOptionRecord }) {
  const texts = textsOf(shared.shop.config.locale);
  const kind = TICKED_TYPES[option.type];
  if (kind === undefined) return <BundleList option={option} {...shared} />;
  const name = kind === 'radio' ? `bundle_option[${option.id}]` : `bundle_option[${option.id}][]`;
  const hasDefault = option.selections.some((selection) => selection.isDefault && selection.inStock);
  return (
    <fieldset class="option">
      <legend>
        {option.title} {!option.required && <span class="option-hint">({texts.optional})</span>}
      </legend>
      {kind === 'radio' && !option.required && (
        <label class="tick">
          <input type="radio" class="radio" name={name} value="" checked={!hasDefault} />
          <span>{texts.none}</span>
        </label>
      )}
      {option.selections.map((selection) => (
        <BundleSelection {...shared} option={option} selection={selection} kind={kind} name={name} />
      ))}
      {kind === 'radio' && hasOpenQuantity(option) && (
        <div class="quantity">
          <label for={`bundle-qty-${option.id}`}>{texts.quantity}</label>
          <BundleQuantity shop={shared.shop} option={option} />
        </div>
      )}
    </fieldset>
  );
}
