import type { ProductCard } from '@maho-storefront/kv-schema';
import type { CartItem, OrderPrices } from '@maho-storefront/maho-client/shopping';

const CENT = 0.01;

type PricedLine = Pick<CartItem, 'productId' | 'price' | 'priceInclTax' | 'options'>;

/** A cart, or what became of one, with what the catalogue knows of it. */
export interface PricedLines {
  cart: { readonly prices: OrderPrices; readonly items: readonly PricedLine[] };
  /** By id; a product that the catalogue no longer shows is not there. */
  products: ReadonlyMap<number, ProductCard>;
}

/**
 * Whether the shop's prices hold the tax. No public call tells it, but a line does: its product costs with tax what the
 * catalogue says it costs, or that and something for what was chosen. Only believed where the amounts with tax add up to
 * what is to be paid.
 */
export function isTaxIncluded({ cart, products }: PricedLines): boolean {
  return addsUp(cart.prices) && cart.items.some((item) => holdsTax(item, products.get(item.productId ?? 0)));
}

function holdsTax({ price, priceInclTax, options }: PricedLine, product: ProductCard | undefined): boolean {
  const shown = product?.finalPrice;
  if (priceInclTax === undefined || priceInclTax === price || shown === undefined) return false;
  // Choices only add to a price: what is below the catalogue's cannot be that price without tax.
  return priceInclTax === shown || (options.length > 0 && price < shown && shown < priceInclTax);
}

function addsUp(prices: OrderPrices): boolean {
  const { subtotal, subtotalInclTax = subtotal, discountAmount = 0, giftcardAmount = 0, grandTotal } = prices;
  const shipping = prices.shippingAmountInclTax ?? prices.shippingAmount ?? 0;
  return Math.abs(subtotalInclTax - discountAmount + shipping - giftcardAmount - grandTotal) < CENT;
}
