import { roundMoney } from '../catalogue/product-prices.js';
import type { Currency } from '../catalogue/store-view.js';
import { type JsonObject, type JsonValue, numberIn, objectsIn } from '../json.js';

const OWN_PRICES = ['price', 'finalPrice', 'minimalPrice', 'msrp'];
const LISTS = ['tierPrices', 'groupedProducts', 'relatedProducts', 'crosssellProducts', 'upsellProducts'];

function converted(value: JsonValue | undefined, rate: number): JsonValue | undefined {
  const amount = numberIn(value);
  return amount === undefined ? value : roundMoney(amount * rate);
}

function convertFields(record: JsonObject, fields: readonly string[], rate: number): JsonObject {
  const result = { ...record };
  for (const field of fields) {
    const value = converted(result[field], rate);
    if (value !== undefined) result[field] = value;
  }
  return result;
}

/** A product record in another display currency; a bundle's special price is a percentage and stays. */
export function inCurrency(record: JsonObject, currency: Currency | undefined): JsonObject {
  if (currency === undefined) return record;
  const rate = currency.exchangeRate;
  const own = record.type === 'bundle' ? OWN_PRICES : [...OWN_PRICES, 'specialPrice'];
  const result = convertFields(record, own, rate);
  result.currency = currency.code;
  for (const list of LISTS) {
    if (result[list] === undefined) continue;
    result[list] = objectsIn(result[list]).map((entry) =>
      convertFields(entry, ['price', 'specialPrice', 'finalPrice'], rate),
    );
  }
  result.bundleOptions = objectsIn(result.bundleOptions).map((option) => ({
    ...option,
    selections: objectsIn(option.selections).map((entry) => convertFields(entry, ['price'], rate)),
  }));
  return result;
}
