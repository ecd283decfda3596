import { expect, it } from 'vitest';
import { orderedOptions } from './ordered-options.js';

it('names values of a configurable, options and parts of a bundle', () => {
  const productOptions = {
    info_buyRequest: { qty: 1 },
    attributes_info: [{ label: 'Size', value: '7' }],
    options: [{ label: 'Drawing', value: '<a href="/x">a.png</a>', print_value: 'a.png' }],
    bundle_options: {
      18: { option_id: 18, label: 'Case', value: [{ title: 'Large Camera Bag', qty: 1, price: 120 }] },
      19: { option_id: 19, label: 'Memory', value: [{ title: '8GB Memory Card', qty: '2', price: 20 }] },
    },
  };
  expect(orderedOptions({ productOptions })).toEqual([
    { label: 'Size', value: '7' },
    { label: 'Drawing', value: 'a.png' },
    { label: 'Case', value: 'Large Camera Bag' },
    { label: 'Memory', value: '2 × 8GB Memory Card' },
  ]);
});

it.each([{}, { attributes_info: 'x', options: [{ label: 1 }], bundle_options: [] }])(
  'has nothing to say where the order does not tell: %j',
  (productOptions) => {
    expect(orderedOptions({ productOptions })).toEqual([]);
  },
);
