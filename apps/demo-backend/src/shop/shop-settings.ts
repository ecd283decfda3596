/** A way to pay that is switched on. */
export interface PaymentMethodSetting {
  readonly code: string;
  readonly title: string;
  /** Whether it needs nothing but the order, as all of Maho's own do; true when absent. */
  readonly isOffline?: boolean;
}

export interface TaxRate {
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** Code of a region; the whole country without one. */
  readonly region?: string;
  readonly percent: number;
}

/** A cart rule behind a code. Amounts are in the first store's currency. */
export interface CouponRule {
  readonly code: string;
  readonly percent?: number;
  readonly amount?: number;
  readonly freeShipping?: boolean;
  readonly minimumSubtotal?: number;
  /** Known, but its rule no longer applies. */
  readonly expired?: boolean;
}

export type GiftCardStatus = 'active' | 'pending' | 'used' | 'expired';

export interface GiftCardSetting {
  readonly code: string;
  readonly balance: number;
  readonly status?: GiftCardStatus;
}

/** What a merchant configures of the shop; changed while it runs by `/_control/shop/settings`. */
export interface ShopSettings {
  /** Lifetime of a customer's token; Maho's is an hour. */
  tokenSeconds: number;
  /** Whether Maho's limits per address and e-mail count. */
  rateLimits: boolean;
  paymentMethods: readonly PaymentMethodSetting[];
  /** Undefined switches the carrier off; prices in the first store's currency. */
  flatRate: { readonly price: number; readonly per: 'item' | 'order' } | undefined;
  /** Free shipping from this subtotal on; undefined switches the carrier off. */
  freeShippingFrom: number | undefined;
  taxRates: readonly TaxRate[];
  coupons: readonly CouponRule[];
  giftCards: readonly GiftCardSetting[];
  /** Guests may subscribe to the newsletter. */
  guestSubscriptions: boolean;
  /**
   * What an option of a configurable adds to its price, by `{parent id}/{option id}`, in the first store's currency.
   * Generated products have surcharges of their own; nothing of it is in any public read.
   */
  surcharges: Readonly<Record<string, number>>;
  /** An account that is opened waits for the link of a mail to be followed. */
  confirmsEmail: boolean;
  /** The contact form takes messages. */
  contactEnabled: boolean;
  /** Whose captcha the contact form wants: `none`, `turnstile`, `recaptcha_v3`. */
  captchaProvider: string;
  /** Where messages from the contact form go. */
  contactAddress: string;
  /** The name of the first website, as an order shows it. */
  websiteName: string;
}

export const DEFAULT_SHOP_SETTINGS: ShopSettings = {
  tokenSeconds: 3600,
  rateLimits: false,
  paymentMethods: [
    { code: 'checkmo', title: 'Check / Money order' },
    { code: 'banktransfer', title: 'Bank Transfer Payment' },
    { code: 'cashondelivery', title: 'Cash On Delivery' },
  ],
  flatRate: { price: 5, per: 'order' },
  freeShippingFrom: 100,
  taxRates: [
    { country: 'US', region: 'CA', percent: 9 },
    { country: 'US', region: 'NY', percent: 8.375 },
  ],
  coupons: [
    { code: 'SAVE10', percent: 10 },
    { code: 'TAKE5', amount: 5, minimumSubtotal: 25 },
    { code: 'FREESHIP', freeShipping: true },
    { code: 'EXPIRED', percent: 50, expired: true },
  ],
  giftCards: [
    { code: 'GIFT-25', balance: 25 },
    { code: 'GIFT-1000', balance: 1000 },
    { code: 'GIFT-PENDING', balance: 50, status: 'pending' },
    { code: 'GIFT-USED', balance: 0, status: 'used' },
    { code: 'GIFT-EXPIRED', balance: 50, status: 'expired' },
  ],
  guestSubscriptions: true,
  surcharges: {},
  confirmsEmail: false,
  contactEnabled: true,
  captchaProvider: 'none',
  contactAddress: 'shop@example.com',
  websiteName: 'Main Website',
};
