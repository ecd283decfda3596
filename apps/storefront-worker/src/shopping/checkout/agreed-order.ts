import { fingerprint } from '@maho-storefront/kv-schema';
import type { Cart } from '@maho-storefront/maho-client/shopping';
import { isVirtualCart } from '../../components/cart/virtual-cart.js';
import { sentAddress } from './order-request.js';

/**
 * What a shopper agrees to with the button that places the order, as it stands in its form: amount, currency, and a
 * fingerprint of what else the review shows. An order that would be another one in any of it is shown again first.
 */
export function agreedOrder(cart: Cart): string {
  const { prices, currency, items, billingAddress, shippingAddress } = cart;
  const shown = [
    items.map(({ sku, qty, rowTotal, options }) => [sku, qty, rowTotal, options]),
    billingAddress && sentAddress(billingAddress),
    ...(isVirtualCart(cart)
      ? []
      : [shippingAddress && sentAddress(shippingAddress), cart.selectedShippingMethod?.code]),
    cart.selectedPaymentMethod?.code,
  ];
  return `${prices.grandTotal} ${currency} ${fingerprint(JSON.stringify(shown))}`;
}
