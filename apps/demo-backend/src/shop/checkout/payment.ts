import type { PaymentMethodSetting, ShopSettings } from '../shop-settings.js';

/** Maho's own method for what costs nothing; it sorts behind the others. */
const FREE: PaymentMethodSetting = { code: 'free', title: 'No Payment Information Required' };

/** The methods for a cart of this total; "free" joins them when there is nothing to pay (cart/01-create.json). */
export function paymentMethods(settings: ShopSettings, grandTotal: number): PaymentMethodSetting[] {
  return grandTotal > 0 ? [...settings.paymentMethods] : [...settings.paymentMethods, FREE];
}

/** A method as the API shows it. */
export function paymentRecord({ code, title, isOffline = true }: PaymentMethodSetting) {
  return { code, title, sortOrder: code === FREE.code ? 1 : 0, isOffline };
}
