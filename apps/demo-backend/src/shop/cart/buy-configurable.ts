import type { Product } from '../../catalogue/product.js';
import { isJsonObject, type JsonObject, numberIn, objectsIn } from '../../json.js';
import { nameIn } from '../../resources/product-core.js';
import { optionSurcharge } from './option-surcharge.js';
import { type BuyContext, isTaxable, itemRecord, type Purchase, piecePrice } from './purchase.js';

interface ChosenAttribute {
  readonly attributeId: number;
  readonly label: string;
  readonly valueId: number;
  readonly valueLabel: string;
}

/** The first configurable that a product is a child of. */
export function configurableParent({ catalogue }: BuyContext, child: Product): Product | undefined {
  return catalogue.index
    .parents()
    .get(child.id)
    ?.find((parent) => parent.type === 'configurable');
}

/** A child that stands for its configurable: the parent's price, plus what the child's options add. */
export function buyConfigurable(context: BuyContext, parent: Product, child: Product, qty: number): Purchase {
  const record = itemRecord(context, parent);
  const childRecord = itemRecord(context, child);
  const chosen = attributesOf(record, child.id);
  const surcharge = chosen.reduce((sum, { valueId }) => sum + optionSurcharge(context, parent, valueId), 0);
  const shown = chosen.map(({ label, valueLabel }) => ({ label, value: valueLabel }));
  const superAttribute = Object.fromEntries(chosen.map(({ attributeId, valueId }) => [attributeId, valueId]));
  return {
    product: parent,
    productType: parent.type,
    sku: child.sku,
    qty,
    key: `${parent.id}:${child.id}`,
    options: () => shown,
    parts: (pieces, now) => [
      { unitPrice: piecePrice(context, parent, pieces, now) + surcharge, qty: 1, taxable: isTaxable(record) },
    ],
    stock: [{ product: child, qty: 1 }],
    childRows: 1,
    weight: numberIn(childRecord.weight) ?? 0,
    isVirtual: false,
    buyRequest: { qty, product: parent.id, super_attribute: superAttribute },
    orderOptions: {
      attributes_info: shown.map((option) => ({ ...option })),
      simple_name: nameIn(child, context.store),
      simple_sku: child.sku,
      product_calculations: 1,
      shipment_type: 0,
    },
  };
}

function attributesOf(parent: JsonObject, childId: number): ChosenAttribute[] {
  const variant = objectsIn(parent.variants).find((candidate) => candidate.id === childId);
  const attributes = isJsonObject(variant?.attributes) ? variant.attributes : {};
  return objectsIn(parent.configurableOptions).flatMap((option) => {
    const valueId = numberIn(attributes[String(option.code)]);
    const value = objectsIn(option.values).find((candidate) => candidate.id === valueId);
    if (valueId === undefined || value === undefined) return [];
    const attributeId = numberIn(option.id) ?? 0;
    return [{ attributeId, label: String(option.label), valueId, valueLabel: String(value.label) }];
  });
}
