import * as z from 'zod';
import type { ChosenOption } from './schemas/cart-item.js';
import type { OrderItem } from './schemas/order-item.js';

/** `value` may hold markup (a file's is a link); `print_value` is its text. */
const option = z
  .object({ label: z.string(), value: z.string(), print_value: z.string().optional() })
  .transform(({ label, value, print_value }) => ({ label, value: print_value ?? value }));

const bundlePart = z
  .object({ label: z.string(), value: z.array(z.object({ title: z.string(), qty: z.coerce.number() })) })
  .transform(({ label, value }) => ({ label, value: value.map(selectionText).join(', ') }));

const options = z.array(option).catch([]);
const bundleParts = z.record(z.string(), bundlePart).catch({});

/**
 * What was chosen of an ordered product, in the store's words: values of a configurable, options of the product itself,
 * parts of a bundle. Empty where the order does not tell.
 */
export function orderedOptions({ productOptions }: Pick<OrderItem, 'productOptions'>): ChosenOption[] {
  return [
    ...options.parse(productOptions.attributes_info),
    ...options.parse(productOptions.options),
    ...Object.values(bundleParts.parse(productOptions.bundle_options)),
  ];
}

function selectionText({ title, qty }: { title: string; qty: number }): string {
  return qty === 1 ? title : `${qty} × ${title}`;
}
