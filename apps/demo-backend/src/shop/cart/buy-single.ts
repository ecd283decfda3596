import type { Product } from '../../catalogue/product.js';
import { type JsonObject, numberIn } from '../../json.js';
import { chooseOptions } from './custom-options.js';
import { type BuyContext, isTaxable, itemRecord, type Purchase, piecePrice } from './purchase.js';

const VIRTUAL_TYPES: readonly string[] = ['virtual', 'downloadable', 'giftcard'];

/** A product that is bought as it stands, with its custom options. */
export function buySingle(context: BuyContext, product: Product, qty: number, body: JsonObject): Purchase {
  const record = itemRecord(context, product);
  const choice = chooseOptions(product, record, body);
  const hasOptions = Object.keys(choice.bought).length > 0;
  return {
    product,
    productType: product.type,
    sku: product.sku,
    qty,
    key: `${product.id}:${JSON.stringify(choice.bought)}`,
    options: () => choice.shown,
    parts: (pieces, now) => {
      const price = piecePrice(context, product, pieces, now);
      return [{ unitPrice: price + choice.surcharge(price), qty: 1, taxable: isTaxable(record) }];
    },
    stock: [{ product, qty: 1 }],
    childRows: 0,
    weight: numberIn(record.weight) ?? 0,
    isVirtual: VIRTUAL_TYPES.includes(product.type),
    buyRequest: hasOptions ? { qty, options: choice.bought } : { qty },
    orderOptions: hasOptions ? { options: choice.shown.map((option) => ({ ...option })) } : {},
  };
}
