import type { Product } from '../../catalogue/product.js';
import { isJsonObject, type JsonObject, numberIn } from '../../json.js';
import { buySingle } from './buy-single.js';
import { type BuyContext, notAddable, type Purchase } from './purchase.js';

/** The members of a grouped product that a quantity was given for, each a line of its own. */
export function buyGrouped(context: BuyContext, grouped: Product, body: JsonObject): Purchase[] {
  const wanted = isJsonObject(body.superGroup) ? body.superGroup : {};
  const config = { product_type: 'grouped', product_id: grouped.id };
  const purchases = Object.entries(wanted).flatMap(([id, given]): Purchase[] => {
    const isMember = grouped.parts?.some((part) => part.productId === Number(id)) ?? false;
    const member = isMember ? context.catalogue.products.get(Number(id)) : undefined;
    const qty = numberIn(Number(given)) ?? 0;
    if (member === undefined || qty <= 0) return [];
    const single = buySingle(context, member, qty, {});
    return [
      {
        ...single,
        productType: grouped.type,
        key: `${grouped.id}:${single.key}`,
        buyRequest: { super_product_config: config },
        orderOptions: { super_product_config: { product_code: 'product_type', ...config } },
      },
    ];
  });
  if (purchases.length === 0) throw notAddable('Please specify the quantity of product(s).');
  return purchases;
}
