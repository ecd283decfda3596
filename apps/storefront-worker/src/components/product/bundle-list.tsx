import type { BundleOptionRecord } from '@maho-storefront/kv-schema';
import { surchargeText } from '../../formatting/option-surcharge.js';
import { textsOf } from '../../formatting/texts/index.js';
import { type BundleSelectionRecord, selectionAmount } from './bundle-amount.js';
import type { BundleChoiceProps } from './bundle-choice.js';
import { BundleQuantity, hasOpenQuantity } from './bundle-quantity.js';

/** An option whose parts are chosen from a list that opens, with the number of pieces where it may differ. */
export function BundleList({
  shop,
  product,
  option,
  factor,
}: BundleChoiceProps & { option: BundleOptionRecord }) {
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const id = `bundle-${option.id}`;
  const chosen = option.selections.find((selection) => selection.isDefault && selection.inStock);
  const text = (selection: BundleSelectionRecord) => {
    if (!selection.inStock) return `${selection.name} (${texts.soldOut})`;
    const amount = selectionAmount(product, selection, factor);
    const price = surchargeText({ price: amount }, null, { currency: product.currency, locale, texts });
    return `${selection.name} ${price}`.trim();
  };
  return (
    <div class="option option-with-qty">
      <label for={id}>
        {option.title} {!option.required && <span class="option-hint">({texts.optional})</span>}
      </label>
      <select id={id} class="select" name={`bundle_option[${option.id}]`} required={option.required}>
        <option value="">{option.required ? texts.choose : texts.none}</option>
        {option.selections.map((selection) => (
          <option
            value={selection.id}
            selected={selection === chosen}
            disabled={!selection.inStock}
            data-amount={selectionAmount(product, selection, factor)}
            data-qty={selection.defaultQty}
            data-fixed={selection.canChangeQty ? undefined : ''}
          >
            {text(selection)}
          </option>
        ))}
      </select>
      {hasOpenQuantity(option) && <BundleQuantity shop={shop} option={option} />}
    </div>
  );
}
