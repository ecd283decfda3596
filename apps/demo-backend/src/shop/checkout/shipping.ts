import { roundMoney } from '../../catalogue/product-prices.js';
import type { JsonObject } from '../../json.js';
import { type Cart, isVirtualCart } from '../cart/cart.js';
import type { ShopSettings } from '../shop-settings.js';
import { isApplicable } from './discounts.js';

export interface ShippingRate {
  readonly carrierCode: string;
  readonly methodCode: string;
  readonly carrierTitle: string;
  readonly methodTitle: string;
  readonly price: number;
}

/** `carrier_method`, as an order names it. */
export function rateCode(rate: ShippingRate): string {
  return `${rate.carrierCode}_${rate.methodCode}`;
}

/** `Flat Rate - Fixed`, as a cart and an order show it. */
export function rateTitle(rate: ShippingRate): string {
  return `${rate.carrierTitle} - ${rate.methodTitle}`;
}

/** The rates of the carriers that are switched on; none until the cart's shipping address names a country. */
export function shippingRates(settings: ShopSettings, cart: Cart, subtotal: number): ShippingRate[] {
  const country = cart.shipping?.fields.countryId ?? '';
  if (country === '' || cart.lines.length === 0 || isVirtualCart(cart)) return [];
  return [...flatRate(settings, cart, subtotal), ...freeShipping(settings, cart, subtotal)];
}

function flatRate(
  { flatRate: setting, coupons }: ShopSettings,
  cart: Cart,
  subtotal: number,
): ShippingRate[] {
  if (setting === undefined) return [];
  const rule = coupons.find(({ code }) => code === cart.couponCode);
  const isFree = rule?.freeShipping === true && isApplicable(rule, subtotal, cart.store);
  const shipped = cart.lines.filter(({ purchase }) => !purchase.isVirtual);
  const pieces = setting.per === 'order' ? 1 : shipped.reduce((sum, line) => sum + line.qty, 0);
  const price = isFree ? 0 : roundMoney(setting.price * pieces * cart.store.priceFactor);
  return [
    {
      carrierCode: 'flatrate',
      methodCode: 'flatrate',
      carrierTitle: 'Flat Rate',
      methodTitle: 'Fixed',
      price,
    },
  ];
}

function freeShipping({ freeShippingFrom }: ShopSettings, cart: Cart, subtotal: number): ShippingRate[] {
  if (freeShippingFrom === undefined || subtotal < freeShippingFrom * cart.store.priceFactor) return [];
  return [
    {
      carrierCode: 'freeshipping',
      methodCode: 'freeshipping',
      carrierTitle: 'Free Shipping',
      methodTitle: 'Free',
      price: 0,
    },
  ];
}

/** A rate as the API shows it. */
export function rateRecord(rate: ShippingRate): JsonObject {
  return { code: rateCode(rate), title: rateTitle(rate), ...rate };
}
