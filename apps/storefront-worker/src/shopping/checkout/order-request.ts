import type {
  Cart,
  CartAddress,
  PlaceOrderRequest,
  PostalAddress,
} from '@maho-storefront/maho-client/shopping';
import { isVirtualCart } from '../../components/cart/virtual-cart.js';
import { NO_POSTCODE } from '../address/postcode.js';

/** What an order needs beside what is on the cart. */
export interface OrderExtras {
  /** A guest's: Maho knows a customer's. */
  readonly email: string | undefined;
  readonly note?: string | undefined;
  readonly paymentData?: Readonly<Record<string, string>> | undefined;
  /** Customers only. */
  readonly idempotencyKey?: string | undefined;
}

/** An order of what is on a cart, addresses and methods as the shopper saw them; null while one is not chosen. */
export function orderRequest(cart: Cart, extras: OrderExtras): PlaceOrderRequest | null {
  const { billingAddress, shippingAddress, selectedPaymentMethod, selectedShippingMethod: shipping } = cart;
  if (billingAddress === undefined || selectedPaymentMethod === undefined) return null;
  const order = {
    ...extras,
    billingAddress: sentAddress(billingAddress),
    paymentMethod: selectedPaymentMethod.code,
  };
  if (isVirtualCart(cart)) return order;
  if (shippingAddress === undefined || shipping === undefined) return null;
  return {
    ...order,
    shippingAddress: sentAddress(shippingAddress),
    shippingMethod: `${shipping.carrierCode}_${shipping.methodCode}`,
  };
}

/** A cart's address as it was sent; the order's replaces it. */
export function sentAddress(address: PostalAddress): CartAddress {
  const { firstname, lastname, company, street, city, region, regionId, countryId } = address;
  return {
    firstName: firstname,
    lastName: lastname,
    company,
    street,
    city,
    region,
    regionId,
    postcode: address.postcode ?? NO_POSTCODE,
    countryId,
    telephone: address.telephone ?? '',
  };
}
