import { FormRefusal } from '../../visit/form-refusal.js';
import type { Choice } from './choice.js';
import { quantityOf, typedNumber } from './quantity.js';

/** How many of each member of a grouped product. @throws FormRefusal if it is none of any. */
export function chosenMembers({ product, form, locale, texts }: Choice): Record<number, number> {
  const members: Record<number, number> = {};
  for (const { id } of product.groupedProducts) {
    const field = `super_group[${id}]`;
    const text = form.text(field);
    // Nothing of a member is no mistake, as long as there is something of another.
    if (text !== '' && typedNumber(text) !== 0) members[id] = quantityOf(text, field, {}, locale);
  }
  if (Object.keys(members).length > 0) return members;
  const fields = product.groupedProducts.map(({ id }) => `super_group[${id}]`);
  throw new FormRefusal('option_required', texts.noMember, fields);
}
