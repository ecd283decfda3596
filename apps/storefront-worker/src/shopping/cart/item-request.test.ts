import type { CustomOptionRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { describe, expect, it, test } from 'vitest';
import { bareProduct, SAMPLE_PRODUCTS } from '../../pages/testing/sample-products.js';
import { FormRefusal } from '../visit/form-refusal.js';
import { ProductForm, type SentFile } from './choices/product-form.js';
import { itemRequest } from './item-request.js';

type Fields = readonly (readonly [string, string])[];

function asked(product: ProductRecord | undefined, fields: Fields, files?: ReadonlyMap<string, SentFile>) {
  if (product === undefined) throw new Error('There is no such sample.');
  return itemRequest(new ProductForm(fields, files), product, 'en_US');
}

function refusal(product: ProductRecord | undefined, fields: Fields, files?: ReadonlyMap<string, SentFile>) {
  try {
    asked(product, fields, files);
  } catch (error) {
    if (error instanceof FormRefusal) return error.problem;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const lamp = bareProduct({ sku: 'lamp ', type: 'simple' });

function option(changes: Partial<CustomOptionRecord>): CustomOptionRecord {
  return { id: 1, title: 'Option', type: 'field', required: false, sortOrder: 0, values: [], ...changes };
}

function withOption(changes: Partial<CustomOptionRecord>): ProductRecord {
  return bareProduct({ customOptions: [option(changes)] });
}

describe('a simple product', () => {
  it('is asked for by the SKU of its record, whatever the form claims', () => {
    const fields: Fields = [
      ['sku', 'another'],
      ['qty', '2'],
    ];
    expect(asked(lamp, fields)).toMatchObject({ sku: 'lamp ', qty: 2 });
  });

  it('is asked for once from a tile, or by the fewest that are sold', () => {
    expect(asked(lamp, [])).toMatchObject({ qty: 1 });
    expect(asked({ ...lamp, minSaleQty: 6 }, [])).toMatchObject({ qty: 6 });
  });

  test.each([
    [{ minSaleQty: 0 }, 1],
    [{ minSaleQty: 3, qtyIncrements: 2 }, 4],
    [{ minSaleQty: 4, qtyIncrements: 2 }, 4],
    [{ minSaleQty: 0, qtyIncrements: 0.3 }, 0.3],
    [{ minSaleQty: 0.9, qtyIncrements: 0.3 }, 0.9],
    [{ qtyIncrements: 0.3 }, 1.2],
  ])('is sold by %j from %d on', (rules, least) => {
    const product = { ...lamp, ...rules, isQtyDecimal: true };
    expect(asked(product, [])).toMatchObject({ qty: least });
    expect(asked(product, [['qty', String(least)]])).toMatchObject({ qty: least });
  });
});

describe('a quantity', () => {
  test.each(['0', '-1', '', 'two', '1e9', 'NaN'])('of “%s” is none', (qty) => {
    expect(refusal(lamp, [['qty', qty]])).toMatchObject({
      code: 'quantity_invalid',
      status: 422,
      fields: ['qty'],
      message: 'Please enter a quantity above zero.',
    });
  });

  test.each(['1.5', '0,5'])('of %s is only of what is sold by fractions', (qty) => {
    expect(refusal(lamp, [['qty', qty]]).message).toBe('This product is only sold in whole pieces.');
    expect(asked({ ...lamp, isQtyDecimal: true }, [['qty', qty]])).toMatchObject({
      qty: Number(qty.replace(',', '.')),
    });
  });

  it('that is huge is too high', () => {
    expect(refusal(lamp, [['qty', '9'.repeat(400)]]).message).toBe('We sell at most 10,000 at once.');
    expect(refusal({ ...lamp, maxSaleQty: 3 }, [['qty', '4']]).message).toBe('We sell at most 3 at once.');
  });

  it('keeps to what is sold at once, and is told in steps', () => {
    expect(refusal({ ...lamp, minSaleQty: 5 }, [['qty', '4']]).code).toBe('quantity_too_low');
    expect(refusal({ ...lamp, qtyIncrements: 6 }, [['qty', '8']]).code).toBe('quantity_increment');
    expect(asked({ ...lamp, qtyIncrements: 6 }, [['qty', '12']])).toMatchObject({ qty: 12 });
  });
});

describe('a configurable', () => {
  const shirt = bareProduct({
    type: 'configurable',
    configurableOptions: [
      { id: 92, code: 'color', label: 'Color', values: [{ id: 1, label: 'Red' }] },
      { id: 93, code: 'size', label: 'Size', values: [{ id: 7, label: 'M' }] },
    ],
    variants: [{ id: 5, sku: 'shirt-red-m', inStock: true, attributes: { color: 1, size: 7 } }],
  });

  it('is asked for by the SKU of the child that was chosen', () => {
    const fields: Fields = [
      ['super_attribute[92]', '1'],
      ['super_attribute[93]', '7'],
    ];
    expect(asked(shirt, fields)).toMatchObject({ sku: 'shirt-red-m', qty: 1 });
  });

  it('says everything that is still to be chosen', () => {
    expect(refusal(shirt, [])).toMatchObject({
      code: 'option_required',
      message: 'Please choose: Color, Size',
      fields: ['super_attribute[92]', 'super_attribute[93]'],
    });
  });

  it('has no child for any other combination', () => {
    const fields: Fields = [
      ['super_attribute[92]', '1'],
      ['super_attribute[93]', '8'],
    ];
    expect(refusal(shirt, fields).code).toBe('combination_unavailable');
    expect(refusal({ ...shirt, configurableOptions: [] }, []).code).toBe('combination_unavailable');
  });
});

describe('a custom option', () => {
  test.each([
    ['field', 'Ada', 'Ada'],
    ['area', ' Dear Ada ', 'Dear Ada'],
    ['drop_down', '7', 7],
    ['radio', '7', 7],
    ['date', '2027-01-02', '2027-01-02'],
    ['date_time', '2027-01-02T10:15', '2027-01-02 10:15'],
    ['time', '10:15', '10:15'],
  ])('of type %s is sent as Maho reads it', (type, typed, sent) => {
    expect(asked(withOption({ type }), [['options[1]', typed]])).toMatchObject({ options: { 1: sent } });
  });

  test.each(['checkbox', 'multiple'])('of type %s takes several values', (type) => {
    const fields: Fields = [
      ['options[1][]', '7'],
      ['options[1][]', '8'],
    ];
    expect(asked(withOption({ type }), fields)).toMatchObject({ options: { 1: [7, 8] } });
  });

  it('that is required and empty is asked for, one that may be empty is left out', () => {
    expect(refusal(withOption({ required: true, title: 'Engraving' }), [])).toMatchObject({
      message: 'Please choose: Engraving',
      fields: ['options[1]'],
    });
    expect(asked(withOption({}), [['options[1]', ' ']]).options).toBeUndefined();
  });

  it('keeps to its length, and to what is a date', () => {
    expect(refusal(withOption({ maxCharacters: 3 }), [['options[1]', 'four']]).code).toBe('text_too_long');
    expect(refusal(withOption({ type: 'date' }), [['options[1]', 'tomorrow']]).code).toBe('date_invalid');
  });

  it('of type file is sent in base64, within its types and size', () => {
    const product = withOption({ type: 'file', required: true, fileExtensions: 'png, jpg' });
    const file = (name: string, bytes: Uint8Array) => new Map([['options[1]', { name, bytes }]]);
    const small = new Uint8Array([104, 105]);
    expect(asked(product, [], file('a.PNG', small))).toMatchObject({
      optionFiles: { 1: { name: 'a.PNG', base64: 'aGk=' } },
    });
    expect(refusal(product, [], file('a.exe', small)).code).toBe('file_type');
    expect(refusal(product, [], file('a.png', new Uint8Array(5 * 1024 * 1024))).code).toBe('file_too_large');
    expect(refusal(product, [], file('a.png', new Uint8Array())).code).toBe('option_required');
  });
});

describe('a grouped product', () => {
  const set = SAMPLE_PRODUCTS.grouped;

  it('is asked for by the quantities of its members', () => {
    expect(asked(set, [['super_group[31]', '2']])).toMatchObject({ qty: 1, grouped: { 31: 2 } });
  });

  it('needs one member at least, and whole pieces of it', () => {
    expect(refusal(set, [['super_group[31]', '0']]).code).toBe('option_required');
    expect(refusal(set, [['super_group[31]', '-2']])).toMatchObject({
      code: 'quantity_invalid',
      fields: ['super_group[31]'],
    });
  });
});

describe('a bundle', () => {
  it('is asked for by its selections, with numbers where they may differ', () => {
    const bundle = SAMPLE_PRODUCTS.bundle;
    const selections = bundle?.bundleOptions.map(({ id, selections: [first] }) => ({ id, first })) ?? [];
    const fields = selections.map(({ id, first }): [string, string] => [
      `bundle_option[${id}]`,
      String(first?.id),
    ]);
    const request = asked(bundle, [...fields, ['bundle_option_qty[1]', '3']]);
    expect(Object.keys(request.bundle ?? {})).toHaveLength(selections.length);
    const canChange = selections[0]?.first?.canChangeQty === true;
    expect(request.bundleQty).toEqual(canChange ? { 1: 3 } : undefined);
  });

  it('says which parts are missing', () => {
    const titles = SAMPLE_PRODUCTS.bundle?.bundleOptions.filter(({ required }) => required) ?? [];
    const message = `Please choose: ${titles.map(({ title }) => title).join(', ')}`;
    expect(refusal(SAMPLE_PRODUCTS.bundle, [])).toMatchObject({ message });
  });
});

test('a download that is sold by the piece needs one, any other none', () => {
  const download = SAMPLE_PRODUCTS.downloadable;
  expect(asked(download, [['links[]', '20']])).toMatchObject({ links: [20] });
  expect(refusal(download, []).fields).toEqual(['links[]']);
  expect(
    asked(bareProduct({ type: 'downloadable', linksPurchasedSeparately: false }), []).links,
  ).toBeUndefined();
});

describe('a gift card', () => {
  const card = bareProduct({
    type: 'giftcard',
    giftcardType: 'combined',
    giftcardAmounts: [25, 50],
    giftcardMinAmount: 10,
    giftcardMaxAmount: 200,
    giftcardAmountCurrency: 'USD',
  });
  const people: Fields = [
    ['giftcard_recipient_name', 'Grace'],
    ['giftcard_recipient_email', 'grace@example.com'],
    ['giftcard_sender_name', 'Ada'],
    ['giftcard_sender_email', 'ada@example.com'],
  ];

  it('is made out for an amount of the merchant or an own one', () => {
    expect(asked(card, [...people, ['giftcard_amount', '25']]).giftCard).toMatchObject({
      amount: 25,
      recipientName: 'Grace',
      senderEmail: 'ada@example.com',
    });
    const own: Fields = [
      ['giftcard_amount', '25'],
      ['giftcard_custom_amount', '12.50'],
    ];
    expect(asked(card, [...people, ...own]).giftCard).toMatchObject({ amount: 12.5 });
  });

  it('keeps to its amounts', () => {
    expect(refusal(card, [...people, ['giftcard_custom_amount', '500']]).message).toBe(
      'Please choose an amount between $10.00 and $200.00.',
    );
    expect(refusal({ ...card, giftcardType: 'fixed' }, [...people, ['giftcard_amount', '30']]).code).toBe(
      'amount_invalid',
    );
    expect(refusal(card, people).code).toBe('option_required');
    const endless: Fields = [['giftcard_custom_amount', '9'.repeat(400)]];
    const { giftcardMaxAmount: _, ...unbounded } = card;
    expect(refusal(unbounded, [...people, ...endless]).code).toBe('option_required');
  });

  it('needs to know from whom and for whom', () => {
    expect(refusal(card, [['giftcard_amount', '25']]).message).toContain('Name of the recipient');
    const unfit = people.map(([name, value]): [string, string] => [
      name,
      name.endsWith('email') ? 'nobody' : value,
    ]);
    expect(refusal(card, [...unfit, ['giftcard_amount', '25']])).toMatchObject({
      code: 'invalid_email',
      fields: ['giftcard_recipient_email', 'giftcard_sender_email'],
    });
  });
});
