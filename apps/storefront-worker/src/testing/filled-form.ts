import type { CustomOptionRecord, ProductRecord } from '@maho-storefront/kv-schema';
import type { FormFields } from './test-shopper.js';

/** What a shopper fills in on a product's page who takes the first of everything, options that may stay empty too. */
export function filledForm(product: ProductRecord): { fields: FormFields; files: Record<string, File> } {
  const fileOptions = product.customOptions.filter(({ type }) => type === 'file');
  return {
    fields: {
      product: String(product.id),
      slug: product.slug,
      qty: '1',
      ...variantFields(product),
      ...partFields(product),
      ...(product.linksPurchasedSeparately
        ? { 'links[]': product.downloadableLinks.map(({ id }) => String(id)) }
        : {}),
      ...(product.type === 'giftcard' ? giftCardFields(product) : {}),
      ...optionFields(product),
    },
    files: Object.fromEntries(
      fileOptions.map(({ id }) => [`options[${id}]`, new File(['drawing'], 'drawing.png')]),
    ),
  };
}

function variantFields({ variants, configurableOptions }: ProductRecord): FormFields {
  const variant = variants.find(({ inStock }) => inStock);
  const values = configurableOptions.map(({ id, code }) => [
    `super_attribute[${id}]`,
    String(variant?.attributes[code]),
  ]);
  return Object.fromEntries(values);
}

function partFields({ groupedProducts, bundleOptions }: ProductRecord): FormFields {
  const members = groupedProducts
    .filter(({ inStock }) => inStock)
    .map(({ id }) => [`super_group[${id}]`, '1']);
  const parts = bundleOptions.map(({ id, type, selections }) => [
    `bundle_option[${id}]${isList(type) ? '[]' : ''}`,
    String(selections.find(({ inStock }) => inStock)?.id),
  ]);
  return Object.fromEntries([...members, ...parts]);
}

function optionFields({ customOptions }: ProductRecord): FormFields {
  const typed = customOptions.filter(({ type }) => type !== 'file');
  return Object.fromEntries(
    typed.map((option) => [`options[${option.id}]${isList(option.type) ? '[]' : ''}`, valueFor(option)]),
  );
}

/** Types of which several values may be chosen. */
function isList(type: string): boolean {
  return ['checkbox', 'multiple', 'multi'].includes(type);
}

const TYPED: Readonly<Record<string, string>> = {
  date: '2027-01-02',
  date_time: '2027-01-02T10:15',
  time: '10:15',
};

function valueFor({ type, values: [first] }: CustomOptionRecord): string {
  return first === undefined ? (TYPED[type] ?? 'Ada') : String(first.id);
}

function giftCardFields({ giftcardAmounts: [first], giftcardMinAmount = 10 }: ProductRecord): FormFields {
  const amount = first === undefined ? { giftcard_custom_amount: String(giftcardMinAmount) } : {};
  return {
    ...amount,
    ...(first === undefined ? {} : { giftcard_amount: String(first) }),
    giftcard_recipient_name: 'Grace',
    giftcard_recipient_email: 'grace@example.com',
    giftcard_sender_name: 'Ada',
    giftcard_sender_email: 'ada@example.com',
  };
}
