import type { RefusalReason } from '@maho-storefront/maho-client/shopping';

/** What a shopper is told when the shop refuses something. Null: the shop's own sentence is the better one. */
export const REFUSALS_ENGLISH: Readonly<Record<RefusalReason, string | null>> = {
  cart_not_found: 'This cart is no longer there. Please put together a new one.',
  item_not_found: 'This is no longer in your cart.',
  product_not_found: 'This product is no longer sold.',
  product_unavailable: 'This product cannot be bought at the moment.',
  out_of_stock: 'This product is sold out.',
  insufficient_stock: 'There are not as many left as you asked for.',
  quantity_too_high: 'That is more than we sell at once.',
  quantity_too_low: 'That is less than we sell at once.',
  quantity_invalid: 'Please enter a quantity above zero.',
  quantity_increment: 'This product is only sold in certain quantities.',
  option_required: 'Please choose all options of this product.',
  not_addable: 'This product could not be put into the cart. Please choose its options on its page.',
  unknown_coupon: 'We do not know this discount code, or it is no longer valid.',
  coupon_not_applicable: 'This discount code does not apply to your cart.',
  unknown_gift_card: 'We do not know this gift card.',
  gift_card_unusable: 'This gift card cannot be used: it has expired, is used up, or is not active yet.',
  gift_card_already_applied: 'This gift card is on your cart already.',
  gift_card_not_applied: 'This gift card is not on your cart.',
  gift_card_buys_gift_card: 'A gift card cannot pay for another gift card.',
  incomplete_address: 'The address is not complete.',
  shipping_method_unavailable:
    'This way of shipping is not available for your address. Please choose another.',
  payment_method_unavailable: 'This way of paying is not available for your order. Please choose another.',
  order_incomplete: 'Something is missing for your order. Please look through the steps once more.',
  order_in_progress: 'Your order is being placed already.',
  order_not_found: 'We cannot find this order.',
  order_not_cancellable: 'This order can no longer be cancelled.',
  sign_in_required: 'Please sign in first.',
  session_expired: 'You have been signed out after a while. Please sign in again.',
  invalid_credentials: 'E-mail address and password do not belong together.',
  two_factor_required: 'Please enter the code of your authenticator app.',
  two_factor_invalid: 'This code is not right, or has expired.',
  account_not_confirmed: 'Please confirm your e-mail address first, by the link that we have sent you.',
  email_taken: 'There is an account with this e-mail address already.',
  invalid_email: 'Please enter a whole e-mail address.',
  password_unfit: null,
  wrong_password: 'This is not your present password.',
  reset_link_invalid: 'This link has expired or was used already. Please ask for a new one.',
  captcha_failed: 'Please solve the captcha once more.',
  newsletter_needs_account: 'Only customers with an account get our newsletter.',
  rejected: null,
};

/** What a shopper is told of what is no refusal that we know. */
export const FAILURES_ENGLISH = {
  tooMany: 'That was a little too often. Please wait a moment and try again.',
  notAccepted: 'The shop did not accept this. Nothing has changed; please check what you entered.',
  noAnswer:
    'The shop does not answer at the moment. What you entered is still here; please try again in a moment.',
};

export type FailureTexts = typeof FAILURES_ENGLISH;
