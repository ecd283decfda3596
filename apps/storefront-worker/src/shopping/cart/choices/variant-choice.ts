import { FormRefusal } from '../../visit/form-refusal.js';
import type { Choice } from './choice.js';

/**
 * The SKU of the child that was chosen: Maho takes nothing else for a configurable. Undefined while a value is
 * missing. A child that is sold out by our record is asked for all the same; the shop knows better.
 *
 * @throws FormRefusal for a combination that there is not.
 */
export function chosenVariantSku(choice: Choice): string | undefined {
  const { product, form, texts } = choice;
  const values = new Map<string, number>();
  for (const { id, code, label } of product.configurableOptions) {
    const field = `super_attribute[${id}]`;
    const [value] = form.ids(field);
    if (value === undefined) choice.miss(field, label);
    else values.set(code, value);
  }
  if (values.size < product.configurableOptions.length) return undefined;
  // Of a record without options every child would do, and none was chosen.
  const variant = product.variants.find(
    ({ attributes }) => values.size > 0 && [...values].every(([code, value]) => attributes[code] === value),
  );
  if (variant !== undefined) return variant.sku;
  const fields = product.configurableOptions.map(({ id }) => `super_attribute[${id}]`);
  throw new FormRefusal('combination_unavailable', texts.combinationGone, fields);
}
