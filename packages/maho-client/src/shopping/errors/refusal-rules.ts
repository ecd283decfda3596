import type { RefusalReason } from './refusal-reason.js';

/** What tells a refusal: every part that is given must hold. */
export interface RefusalRule {
  readonly reason: RefusalReason;
  /** The `error` of the body. */
  readonly slug?: string;
  /** Against the plain text of `message`; a group called `fields` holds their names, separated by commas. */
  readonly said?: RegExp;
  /** Against the path of the request. */
  readonly path?: RegExp;
  readonly status?: number;
}

const CART = /\/(guest-carts|carts)\//;

/**
 * First match wins. Behind each rule is a recording, or the place in Maho where the text was read ("code"). Status
 * is left open where Maho itself has moved it: broken rules of a cart were 400 in 2026, and are 422 by now.
 */
export const REFUSAL_RULES: readonly RefusalRule[] = [
  // Adding and changing
  { reason: 'product_not_found', said: /^Product with SKU '.*' not found/ }, // cart/05, cart/06
  { reason: 'quantity_too_high', said: /^Quantity cannot exceed/ }, // cart/07, cart/30
  { reason: 'quantity_invalid', said: /^Quantity must be greater than zero/ }, // cart/10, cart/11
  { reason: 'out_of_stock', said: /currently out of stock/ }, // cart/08
  { reason: 'product_unavailable', said: /^Product '.*' is not available/ }, // cart/09
  { reason: 'option_required', said: /required option (?<fields>.+?)\.?$/ }, // cart/26, cart/27
  { reason: 'option_required', said: /specify (?:the )?product(?:'s)? (?:required )?(?:option|link)\(s\)/ }, // cart/17–20, 23
  { reason: 'option_required', said: /Required options are not selected|specify the quantity of product/ }, // code
  { reason: 'insufficient_stock', said: /requested quantity .*is not available/ }, // code: CatalogInventory
  { reason: 'quantity_too_high', said: /maximum quantity allowed for purchase/ }, // code: CatalogInventory
  { reason: 'quantity_too_low', said: /minimum quantity allowed for purchase/ }, // code: CatalogInventory
  { reason: 'quantity_increment', said: /available for purchase in increments/ }, // code: CatalogInventory
  { reason: 'item_not_found', said: /^Cart item with ID '.*' not found/ }, // cart/31
  { reason: 'item_not_found', said: /^(Wishlist item not found|Access denied to this wishlist item)/ }, // code: WishlistProcessor
  // The rest of the sentence is in the store's language.
  { reason: 'not_addable', said: /^Failed to add (product:|item to cart)/ }, // code: CartService, WishlistProcessor
  // Codes
  { reason: 'coupon_not_applicable', said: /^Coupon code .* could not be applied/ }, // code: CartService
  { reason: 'unknown_coupon', slug: 'invalid_coupon' }, // cart/35
  { reason: 'unknown_coupon', said: /^Coupon code ('.*' is not valid|is required)/ }, // newer Maho, without the slug
  { reason: 'unknown_gift_card', said: /^Gift card( is not valid$| code is required)/ }, // code: CartService
  { reason: 'gift_card_already_applied', said: /^Gift card is already applied/ },
  { reason: 'gift_card_not_applied', said: /^Gift card is not applied/ },
  { reason: 'gift_card_buys_gift_card', said: /^Gift cards cannot be used to purchase gift card/ },
  {
    reason: 'gift_card_unusable',
    said: /^Gift card (is|has) (pending|expired|been fully used|not active|no longer|no remaining|not valid for)/,
  },
  // Checkout
  { reason: 'incomplete_address', said: /^Missing required address fields: (?<fields>.+)$/ }, // cart/37
  { reason: 'incomplete_address', path: /\/addresses(\/|$)/, said: /^(Please enter|Please select) / }, // code: Customer address
  {
    reason: 'shipping_method_unavailable',
    said: /^(Shipping method is not available|Carrier code and method)/,
  }, // cart/40
  { reason: 'payment_method_unavailable', said: /^Payment method (is not available|code is required)/ }, // code: CartService
  {
    reason: 'order_incomplete',
    said: /^(Cart is empty|(Shipping method|Billing address|Payment method) is not set)/,
  }, // newer Maho; 500 before
  { reason: 'order_in_progress', said: /^Order placement is already in progress/ }, // code: OrderService
  { reason: 'order_in_progress', path: /\/place-order$/, said: /^A request with this idempotency key/ }, // code: IdempotencyListener
  { reason: 'cart_not_found', said: /^Cart is (no longer active|not active)/ }, // code: OrderService
  { reason: 'cart_not_found', said: /^(You can only access your own cart|Guest carts must be accessed)/ }, // code: CartService, 403
  { reason: 'order_not_cancellable', said: /^Order cannot be cancelled/ }, // code: OrderService
  { reason: 'cart_not_found', status: 404, path: CART, said: /^(Cart not found|Not Found)$/ }, // cart/46–49
  { reason: 'order_not_found', status: 404, path: /\/orders\//, said: /^(Order not found\.?|Not Found)$/ }, // code: OrderProvider
  // Accounts
  { reason: 'invalid_credentials', slug: 'invalid_credentials' }, // code: AuthTokenProcessor
  { reason: 'two_factor_required', slug: 'twofa_required' },
  { reason: 'two_factor_invalid', slug: 'twofa_invalid' },
  { reason: 'session_expired', slug: 'authentication_error' }, // errors/bad-bearer
  { reason: 'session_expired', status: 401, path: /\/auth\/refresh$/ },
  // Sent as 403, answered as 401 "Authentication required" by the rule for calls without a Bearer.
  { reason: 'account_not_confirmed', status: 401, path: /\/auth\/token$/, slug: 'unauthorized' },
  { reason: 'account_not_confirmed', said: /account is not confirmed/ },
  { reason: 'sign_in_required', status: 401, slug: 'unauthorized' }, // errors/unauth-customers-me
  { reason: 'newsletter_needs_account', said: /^Guest subscription is not allowed/ }, // code: NewsletterProcessor
  {
    reason: 'email_taken',
    said: /(customer|account) with this email already exists|email is already in use/,
  }, // code: CustomerProcessor
  { reason: 'invalid_credentials', said: /^Email and password are required/ },
  { reason: 'invalid_email', said: /^(Invalid email|A valid email|Email (address )?is required)/ }, // code
  { reason: 'password_unfit', said: /password (must|should) |password length|^(New )?Password is required/i }, // code: CustomerProcessor
  { reason: 'wrong_password', said: /^Current password is (incorrect|required)/ }, // code: CustomerService
  { reason: 'reset_link_invalid', said: /^Invalid (or expired reset token|email or token)/ }, // code: CustomerService
  {
    reason: 'reset_link_invalid',
    said: /^(Account token|Invalid token|Token has expired|Token)/,
    path: /\/create-from-order$/,
  },
  { reason: 'captcha_failed', said: /^CAPTCHA/ }, // code: ContactFormProcessor
  // What models and modules throw for the shopper to read.
  { reason: 'rejected', status: 422 }, // errors/post-contact-empty
];
