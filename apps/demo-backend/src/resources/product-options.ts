import type { Product } from '../catalogue/product.js';
import { type JsonObject, type JsonValue, withoutNulls } from '../json.js';

interface OptionPlan {
  readonly type: string;
  readonly title: string;
  readonly required: boolean;
  readonly price?: number;
  readonly more?: JsonObject;
  readonly values?: readonly (readonly [string, number, 'fixed' | 'percent'])[];
}

const CHOICES: OptionPlan['values'] = [
  ['Standard', 0, 'fixed'],
  ['Deluxe', 4.5, 'fixed'],
  ['Bespoke', 10, 'percent'],
];

/** One option of every type Maho knows. */
const PLANS: readonly OptionPlan[] = [
  { type: 'field', title: 'Monogram', required: false, price: 2.5, more: { maxCharacters: 12 } },
  { type: 'area', title: 'Message', required: true, price: 1, more: { maxCharacters: 200 } },
  {
    type: 'file',
    title: 'Artwork',
    required: false,
    price: 5,
    more: { fileExtensions: 'png,jpg', imageSizeX: 1200, imageSizeY: 1200 },
  },
  { type: 'drop_down', title: 'Wrapping', required: true, values: CHOICES },
  { type: 'radio', title: 'Finish', required: false, values: CHOICES },
  { type: 'checkbox', title: 'Extras', required: false, values: CHOICES },
  { type: 'multiple', title: 'Accessories', required: false, values: CHOICES },
  { type: 'date', title: 'Delivery day', required: true, price: 3 },
  { type: 'date_time', title: 'Appointment', required: false, price: 3 },
  { type: 'time', title: 'Delivery hour', required: false, price: 1.5 },
];

function plansOf(product: Product): readonly (readonly [OptionPlan, number])[] {
  return product.allOptions ? PLANS.map((plan, n) => [plan, product.id * 100 + n] as const) : [];
}

function valuesOf(plan: OptionPlan, optionId: number, withSku: boolean): JsonValue[] {
  return (plan.values ?? []).map(([title, price, priceType], n) => ({
    id: optionId * 10 + n,
    title,
    price,
    priceType,
    ...(withSku ? { sku: title.toLowerCase() } : {}),
    sortOrder: n,
  }));
}

/** Custom options as the item shows them: no price for text, file and date types. */
export function itemOptions(product: Product): JsonObject[] {
  return plansOf(product).map(([plan, id], n) => ({
    id,
    title: plan.title,
    type: plan.type,
    required: plan.required,
    sortOrder: n,
    values: valuesOf(plan, id, false),
  }));
}

/** Members of `/products/{id}/custom-options`, prices included, in the base currency. */
export function optionMembers(product: Product): JsonObject[] {
  return plansOf(product).map(([plan, id], n) =>
    withoutNulls({
      '@type': 'ProductCustomOption',
      id,
      title: plan.title,
      type: plan.type,
      required: plan.required,
      sortOrder: n,
      price: plan.price,
      priceType: 'fixed',
      ...plan.more,
      values: valuesOf(plan, id, true),
      extensions: [],
    }),
  );
}
