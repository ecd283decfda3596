import type { JsonObject } from '../../json.js';
import type { AddressFields } from '../cart/cart-address.js';

/** An address in a customer's book. */
export interface BookAddress {
  readonly id: number;
  fields: AddressFields;
  readonly createdAt: number;
  updatedAt: number;
}

export interface WishlistEntry {
  readonly id: number;
  readonly productId: number;
  readonly storeId: number;
  qty: number;
  description: string | undefined;
  readonly addedAt: number;
}

/** A review before and after the merchant has approved it. */
export interface CustomerReview {
  readonly id: number;
  readonly productId: number;
  readonly storeId: number;
  readonly title: string;
  readonly detail: string;
  readonly nickname: string;
  readonly rating: number;
  status: 'pending' | 'approved';
  readonly createdAt: number;
}

export interface Customer {
  readonly id: number;
  readonly websiteId: number;
  readonly storeId: number;
  email: string;
  firstname: string;
  lastname: string;
  passwordHash: string;
  /** What the authenticator app shows; two factors are asked for where there is one. */
  readonly twoFactorCode: string | undefined;
  /** Whether the mail's link was followed. */
  isConfirmed: boolean;
  isSubscribed: boolean;
  resetToken: string | undefined;
  readonly addresses: Map<number, BookAddress>;
  defaultBilling: number | undefined;
  defaultShipping: number | undefined;
  /** prefix, dob, … as sent. */
  more: JsonObject;
  wishlist: WishlistEntry[];
  reviews: CustomerReview[];
  readonly createdAt: number;
  updatedAt: number;
}
