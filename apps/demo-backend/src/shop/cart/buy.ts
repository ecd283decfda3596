import type { Product } from '../../catalogue/product.js';
import { revisionMemo } from '../../catalogue/revision-memo.js';
import { badRequest } from '../../http/api-error.js';
import { type JsonObject, stringIn } from '../../json.js';
import { buyBundle } from './buy-bundle.js';
import { buyConfigurable, configurableParent } from './buy-configurable.js';
import { buyDownloadable } from './buy-downloadable.js';
import { buyGiftCard } from './buy-gift-card.js';
import { buyGrouped } from './buy-grouped.js';
import { buySingle } from './buy-single.js';
import { type BuyContext, notAddable, type Purchase } from './purchase.js';

export const MOST_PIECES = 10_000;

const skus = revisionMemo<ReadonlyMap<string, Product>>();

/** The database compares without case and trailing spaces. */
const comparable = (sku: string) => sku.trimEnd().toLowerCase();

function productBySku({ catalogue }: BuyContext, sku: string): Product | undefined {
  const bySku = skus(catalogue, 'sku', () => {
    const entries = [...catalogue.products.values()].reverse();
    return new Map(entries.map((product) => [comparable(product.sku), product]));
  });
  return bySku.get(comparable(sku));
}

/** Bounds that hold for adding and for changing. Throws ApiError 400. */
export function checkBounds(qty: number): void {
  if (!(qty > 0)) throw badRequest('Quantity must be greater than zero');
  if (qty > MOST_PIECES) throw badRequest('Quantity cannot exceed 10,000');
}

/**
 * What the body of `POST …/items` buys. The website is not checked (cart/13-add-other-website.json), the status is.
 * Throws ApiError in Maho's words.
 */
export function purchasesOf(context: BuyContext, body: JsonObject): Purchase[] {
  // PHP's cast: a missing quantity is 1, a text without a number 0.
  const qty = Number(body.qty ?? 1) || 0;
  checkBounds(qty);
  const sku = stringIn(body.sku) ?? '';
  const product = sku === '' ? undefined : productBySku(context, sku);
  if (product === undefined) throw badRequest(`Product with SKU '${sku}' not found`);
  const unavailable = badRequest(`Product '${sku}' is not available`);
  if (!product.enabled) throw unavailable;
  if (product.visibility !== 'not_visible') return byType(context, product, qty, body);
  // A hidden simple stands for its configurable; whatever else is hidden cannot be bought by itself.
  const parent = product.type === 'simple' ? configurableParent(context, product) : undefined;
  if (parent === undefined) throw unavailable;
  return [buyConfigurable(context, parent, product, qty)];
}

function byType(context: BuyContext, product: Product, qty: number, body: JsonObject): Purchase[] {
  switch (product.type) {
    case 'configurable':
      // Whatever options come with it: the API does not hand them on (cart/17 to 19).
      throw notAddable("Please specify the product's option(s).");
    case 'bundle':
      return [buyBundle(context, product, qty, body)];
    case 'grouped':
      return buyGrouped(context, product, body);
    case 'downloadable':
      return [buyDownloadable(context, product, qty, body)];
    case 'giftcard':
      return [buyGiftCard(context, product, qty, body)];
    default:
      return [buySingle(context, product, qty, body)];
  }
}
