import type { Product } from '../../catalogue/product.js';
import { hasDynamicPrice, roundMoney } from '../../catalogue/product-prices.js';
import { isJsonObject, type JsonObject, numberIn, objectsIn } from '../../json.js';
import { moneyText } from './money-text.js';
import {
  type BuyContext,
  isTaxable,
  itemRecord,
  notAddable,
  type PricedPart,
  type Purchase,
  piecePrice,
} from './purchase.js';

interface Selection {
  readonly optionId: number;
  readonly optionTitle: string;
  readonly product: Product;
  readonly name: string;
  readonly qty: number;
  /** A dynamic bundle's selections cost what their products cost; a fixed one's add to its own price. */
  readonly price: (now: number) => number;
  readonly taxable: boolean;
  readonly weight: number;
}

/** A bundle with one choice for each of its options. */
export function buyBundle(context: BuyContext, bundle: Product, qty: number, body: JsonObject): Purchase {
  const record = itemRecord(context, bundle);
  const isDynamic = hasDynamicPrice(bundle, context.store);
  const selections = chooseSelections(context, bundle, record, body);
  const { bundleOption, bundleOptionQty } = body;
  return {
    product: bundle,
    productType: bundle.type,
    sku: [bundle.sku.trim(), ...selections.map(({ product }) => product.sku)].join('-'),
    qty,
    key: `${bundle.id}:${selections.map((one) => `${one.product.id}x${one.qty}`).join()}`,
    options: (now) =>
      selections.map((one) => ({
        label: one.optionTitle,
        value: `${one.qty} x ${one.name} ${moneyText(one.price(now), context.store)}`,
      })),
    parts: (pieces, now) =>
      isDynamic
        ? selections.map((one) => partOf(one, now))
        : [fixedPart(context, bundle, record, selections, pieces, now)],
    stock: selections.map(({ product, qty: each }) => ({ product, qty: each })),
    childRows: selections.length,
    weight: selections.reduce((sum, one) => sum + one.weight * one.qty, 0),
    isVirtual: false,
    buyRequest: {
      qty,
      bundle_option: bundleOption ?? {},
      ...(bundleOptionQty === undefined ? {} : { bundle_option_qty: bundleOptionQty }),
    },
    orderOptions: {
      bundle_options: orderedOptions(selections, context.now),
      product_calculations: isDynamic ? 0 : 1,
      shipment_type: 0,
    },
  };
}

function chooseSelections(
  context: BuyContext,
  bundle: Product,
  record: JsonObject,
  body: JsonObject,
): Selection[] {
  const wanted = isJsonObject(body.bundleOption) ? body.bundleOption : {};
  if (Object.keys(wanted).length === 0) throw notAddable('Please specify product option(s).');
  const quantities = isJsonObject(body.bundleOptionQty) ? body.bundleOptionQty : {};
  return objectsIn(record.bundleOptions).flatMap((option) => {
    const ids = [wanted[String(option.id)] ?? []].flat().map(Number);
    const chosen = objectsIn(option.selections).filter((selection) => ids.includes(Number(selection.id)));
    if (chosen.length === 0 && option.required === true)
      throw notAddable('Required options are not selected.');
    const asked = numberIn(quantities[String(option.id)]);
    return chosen.map((selection) => selectionOf(context, bundle, option, selection, asked));
  });
}

function selectionOf(
  context: BuyContext,
  bundle: Product,
  option: JsonObject,
  selection: JsonObject,
  asked: number | undefined,
): Selection {
  const product = context.catalogue.products.get(numberIn(selection.productId) ?? 0);
  if (product === undefined) throw notAddable('Selected required options are not available.');
  const child = itemRecord(context, product);
  const mayChange = selection.canChangeQty === true && asked !== undefined && asked > 0;
  const surcharge = numberIn(selection.price) ?? 0;
  return {
    optionId: numberIn(option.id) ?? 0,
    optionTitle: String(option.title),
    product,
    name: String(child.name),
    qty: mayChange ? asked : (numberIn(selection.defaultQty) ?? 1),
    price: (now) =>
      hasDynamicPrice(bundle, context.store) ? piecePrice(context, product, 1, now) : surcharge,
    taxable: isTaxable(child),
    weight: numberIn(child.weight) ?? 0,
  };
}

function partOf({ price, qty, taxable }: Selection, now: number): PricedPart {
  return { unitPrice: price(now), qty, taxable };
}

function fixedPart(
  context: BuyContext,
  bundle: Product,
  record: JsonObject,
  selections: readonly Selection[],
  pieces: number,
  now: number,
): PricedPart {
  const added = selections.reduce((sum, one) => sum + one.price(now) * one.qty, 0);
  const unitPrice = roundMoney(piecePrice(context, bundle, pieces, now) + added);
  return { unitPrice, qty: 1, taxable: isTaxable(record) };
}

function orderedOptions(selections: readonly Selection[], now: number): JsonObject {
  const options: JsonObject = {};
  for (const { optionId, optionTitle, name, qty, price } of selections) {
    const known = options[optionId];
    const before = isJsonObject(known) ? objectsIn(known.value) : [];
    const value = [...before, { title: name, qty, price: price(now) }];
    options[optionId] = { option_id: optionId, label: optionTitle, value };
  }
  return options;
}
