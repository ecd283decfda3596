import type { CartPrices } from '@maho-storefront/maho-client/shopping';
import type { KnownCart } from './cart-view.js';

const CENT = 0.01;

/**
 * Whether the shop's prices hold the tax. No public call tells it, but a line does: its product costs with tax what the
 * catalogue says it costs. Only believed where the amounts with tax add up to what is to be paid.
 */
export function isTaxIncluded({ cart, products }: KnownCart): boolean {
  if (!addsUp(cart.prices)) return false;
  return cart.items.some(({ productId, price, priceInclTax }) => {
    const shown = productId === undefined ? undefined : products.get(productId)?.finalPrice;
    return priceInclTax !== undefined && priceInclTax !== price && priceInclTax === shown;
  });
}

function addsUp(prices: CartPrices): boolean {
  const { subtotal, subtotalInclTax = subtotal, discountAmount = 0, giftcardAmount = 0, grandTotal } = prices;
  const shipping = prices.shippingAmountInclTax ?? prices.shippingAmount ?? 0;
  return Math.abs(subtotalInclTax - discountAmount + shipping - giftcardAmount - grandTotal) < CENT;
}
