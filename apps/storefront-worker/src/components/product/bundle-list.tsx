import type { BundleOptionRecord } from '@maho-storefront/kv-schema';
import { surchargeText } from '../../formatting/option-surcharge.js';
import { textsOf } from '../../formatting/texts/index.js';
import { type BundleSelectionRecord, selectionAmount } from './bundle-amount.js';
import type { BundleChoiceProps } from './bundle-choice.js';

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
  const canChangeQty = option.selections.some((selection) => selection.canChangeQty);
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
          >
            {text(selection)}
          </option>
        ))}
      </select>
      {canChangeQty && (
        <input
          class="input"
          type="number"
          inputmode="numeric"
          name={`bundle_option_qty[${option.id}]`}
          aria-label={`${texts.quantity}: ${option.title}`}
          value={chosen?.defaultQty ?? option.selections[0]?.defaultQty ?? 1}
          min={1}
          data-qty-of={`bundle_option[${option.id}]`}
        />
      )}
    </div>
  );
}
