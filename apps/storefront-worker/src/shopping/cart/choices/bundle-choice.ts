import type { BundleOptionRecord } from '@maho-storefront/kv-schema';
import type { CartItemRequest } from '@maho-storefront/maho-client/shopping';
import type { Choice } from './choice.js';
import { quantityOf } from './quantity.js';

/** Types of which several parts may be chosen. */
const SOME_OF: ReadonlySet<string> = new Set(['checkbox', 'multi']);

/** The parts of a bundle, and how many of those whose number may differ. @throws FormRefusal for a number that is none. */
export function chosenBundle(choice: Choice): Pick<CartItemRequest, 'bundle' | 'bundleQty'> {
  const bundle: Record<number, number | readonly number[]> = {};
  const bundleQty: Record<number, number> = {};
  for (const option of choice.product.bundleOptions) {
    const { id, type, title, required } = option;
    const field = `bundle_option[${id}]`;
    const ids = choice.form.ids(field);
    const [first] = ids;
    if (first === undefined) {
      if (required) choice.miss(field, title);
      continue;
    }
    bundle[id] = SOME_OF.has(type) ? ids : first;
    const qty = chosenQuantity(choice, option, first);
    if (qty !== null) bundleQty[id] = qty;
  }
  return { bundle, bundleQty: Object.keys(bundleQty).length === 0 ? undefined : bundleQty };
}

function chosenQuantity({ form, locale }: Choice, option: BundleOptionRecord, chosen: number): number | null {
  const field = `bundle_option_qty[${option.id}]`;
  const selection = option.selections.find(({ id }) => id === chosen);
  if (form.text(field) === '' || selection?.canChangeQty !== true) return null;
  return quantityOf(form.text(field), field, {}, locale);
}
