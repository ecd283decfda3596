import type { Cart } from '@maho-storefront/maho-client/shopping';
import { isVirtualCart } from '../../components/cart/virtual-cart.js';
import type { AddressCountry } from '../address/address-country.js';
import { draftOf } from '../address/address-draft.js';
import { checkAddress } from '../address/check-address.js';

/** Where a shopper is in the checkout; an anchor on its page. */
export type CheckoutStep = 'address' | 'shipping' | 'payment' | 'review';

/** What the steps are judged by. */
export interface StepsRead {
  readonly cart: Cart;
  /** Whether it is known where the confirmation goes. */
  readonly hasEmail: boolean;
  readonly countries: readonly AddressCountry[];
  /** Codes of the ways to pay that are offered. */
  readonly payments: readonly string[];
}

/** The first step that is not done yet; `review` once the order could be placed. */
export function nextStep(read: StepsRead): CheckoutStep {
  if (!isAddressed(read)) return 'address';
  if (!isShipped(read.cart)) return 'shipping';
  const payment = read.cart.selectedPaymentMethod?.code;
  return payment !== undefined && read.payments.includes(payment) ? 'review' : 'payment';
}

/** Whether a step has been done, so that its form may be folded away. */
export function isBefore(step: CheckoutStep, next: CheckoutStep): boolean {
  return ORDER.indexOf(step) < ORDER.indexOf(next);
}

const ORDER: readonly CheckoutStep[] = ['address', 'shipping', 'payment', 'review'];

function isAddressed({ cart, hasEmail, countries }: StepsRead): boolean {
  const needed = isVirtualCart(cart) ? [cart.billingAddress] : [cart.shippingAddress, cart.billingAddress];
  return (
    hasEmail &&
    needed.every(
      (address) => address !== undefined && checkAddress(draftOf(address), countries).address !== undefined,
    )
  );
}

/** A method that was chosen may no longer be there, once the address or the cart has changed. */
function isShipped(cart: Cart): boolean {
  if (isVirtualCart(cart)) return true;
  const { selectedShippingMethod: chosen, availableShippingMethods: available } = cart;
  return available.some(
    ({ carrierCode, methodCode }) => carrierCode === chosen?.carrierCode && methodCode === chosen.methodCode,
  );
}
