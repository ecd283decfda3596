import type { Product } from '../../catalogue/product.js';
import type { StoreView } from '../../catalogue/store-view.js';
import { ApiError } from '../../http/api-error.js';
import { nameIn } from '../../resources/product-core.js';
import type { CartLine } from './cart.js';
import type { Purchase } from './purchase.js';

/** A rule of the stock, broken: the model throws, so that the status is 422. */
const brokenRule = (message: string) => new ApiError(422, message);

/** In stock without a quantity: backorders, or a stock that is not managed. */
function isUnlimited(product: Product): boolean {
  return product.inStock && product.qty <= 0;
}

/** Pieces of every product that lines take from the stock. */
export function stockDemands(lines: readonly { purchase: Purchase; qty: number }[]): Map<Product, number> {
  const demands = new Map<Product, number>();
  for (const { purchase, qty } of lines) {
    for (const demand of purchase.stock) {
      demands.set(demand.product, (demands.get(demand.product) ?? 0) + demand.qty * qty);
    }
  }
  return demands;
}

/** Whether the stock cannot give what lines ask for. */
export function isShort(lines: readonly CartLine[]): boolean {
  return [...stockDemands(lines)].some(
    ([product, qty]) => !product.inStock || (!isUnlimited(product) && qty > product.qty),
  );
}

/** Checks a purchase beside what the cart holds already. Throws ApiError 422 in Maho's words. */
export function checkStock(
  lines: readonly CartLine[],
  purchase: Purchase,
  qty: number,
  store: StoreView,
): void {
  if (qty < 1) throw brokenRule('The minimum quantity allowed for purchase is 1.');
  const composite = purchase.product;
  if (!composite.inStock || purchase.stock.some(({ product }) => !product.inStock)) {
    throw brokenRule('This product is currently out of stock.');
  }
  const demands = stockDemands([...lines, { purchase, qty }]);
  for (const { product } of purchase.stock) {
    if (!isUnlimited(product) && (demands.get(product) ?? 0) > product.qty) {
      throw brokenRule(`The requested quantity for "${nameIn(product, store)}" is not available.`);
    }
  }
}
