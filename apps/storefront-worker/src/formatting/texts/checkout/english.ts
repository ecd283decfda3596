/** What the checkout says, in English; the type all other languages follow. */
export const CHECKOUT_ENGLISH = {
  title: 'Checkout',
  signInHint: 'Do you have an account?',
  signIn: 'Sign in',
  signedInAs: (email: string) => `You are signed in as ${email}.`,
  mustSignIn: 'Please sign in to order: this shop sells to customers with an account only.',
  change: 'Change',
  email: 'E-mail address',
  emailHint: 'We send the confirmation of your order there.',
  addressIncomplete: 'Something is missing or not right yet. Please look at the marked fields.',
  emailMissing: 'Please enter your e-mail address.',
  emailInvalid: 'Please enter a whole e-mail address, such as ada@example.com.',
  address: 'Your address',
  deliveryAddress: 'Delivery address',
  billingAddress: 'Billing address',
  billingSame: 'The bill goes to the same address',
  savedAddress: 'From your address book',
  otherAddress: 'Another address, entered below',
  saveAddress: 'Continue',
  shipping: 'Shipping',
  shippingMethods: 'How shall we send it?',
  shippingLater: 'Once we know your address, we show how it can be sent.',
  shippingNone:
    'We cannot deliver this cart to your address. Please enter another address, or change the cart.',
  shippingMissing: 'Please choose how we shall send it.',
  saveShipping: 'Continue to payment',
  payment: 'Payment',
  paymentMethods: 'How would you like to pay?',
  paymentLater: 'Ways to pay follow after shipping.',
  paymentNone: 'There is no way to pay for this order at the moment. Please get in touch with us.',
  paymentMissing: 'Please choose how you would like to pay.',
  savePayment: 'Continue to review',
  paymentNext: 'You pay on the page of the payment service, after “Place order”.',
  review: 'Your order',
  changeCart: 'Change the cart',
  note: 'A note on your order',
  optional: 'optional',
  place: 'Place order',
  placeLater: 'Please go through the steps first; then you can order.',
  orderChanged:
    'Your order has changed meanwhile. Please look through it again, and its amount; nothing has been ordered yet.',
  notPlaced:
    'The shop could not take your order. Your order was not placed, and nothing was charged. Please try again. If it fails once more, something in your cart may just have been sold out: please look at your cart.',
  paymentUnknown:
    'This payment belongs to another cart, or was given up. Nothing was ordered with it; what was reserved for it is given free within a day.',
  paymentDeclined:
    'The payment was not made. Nothing was ordered; please choose another way to pay, or try again.',
  paymentOpen:
    'We have not heard from the payment service yet. Please place the order again in a moment: you will not pay twice.',
  paymentFailed:
    'The payment service does not answer. Nothing was ordered; please try again, or choose another way to pay.',
  backToCheckout: 'Back to the checkout',
  totalChanged: (agreed: string, total: string) =>
    `The total has changed while the order was placed: it is ${total}, not ${agreed}. Please get in touch with us if that is not right for you.`,
  successTitle: 'Thank you for your order',
  orderNumber: (number: string) => `Your order number is ${number}.`,
  confirmation: (email: string) => `A confirmation is on its way to ${email}.`,
  confirmationSomewhere: 'A confirmation is on its way to you by e-mail.',
  whatNext: 'What happens next',
  nextShipped: 'We pack your order and write to you when it is on its way.',
  nextVirtual: 'You get an e-mail with everything you need to use what you have bought.',
  paidBy: 'Payment',
  sentBy: 'Shipping',
  sentTo: 'Delivered to',
  billedTo: 'Billed to',
  ordered: 'What you have ordered',
  total: 'Total',
  createAccount: 'Create an account',
  createAccountHint: 'Choose a password, and you find this order and your address in your account next time.',
  password: 'Password',
  createAccountButton: 'Create account',
  accountCreated:
    'Your account has been created. You can sign in with your e-mail address and your password.',
  accountTooLate:
    'An account can no longer be created from this order. You can still open one by signing up.',
  unclearTitle: 'Your order was probably received',
  unclear:
    'The shop took your order, but its answer did not reach us. If an e-mail with the confirmation comes within a few minutes, all is well.',
  unclearWarning:
    'Please do not order again: you might get everything twice. If no e-mail comes, ask us before you try once more.',
  lookAtOrders: 'Look at your orders',
  unknownTitle: 'We do not know yet whether your order was placed',
  unknown:
    'The shop does not answer at the moment. Please do not order again yet: load this page again in a minute, and look for an e-mail with the confirmation.',
  reload: 'Look again',
  laterTitle: 'Your order',
  later:
    'Details of an order are shown here for a day after it was placed. You find everything in the e-mail with the confirmation.',
  goOn: 'Continue shopping',
};

export type CheckoutTexts = typeof CHECKOUT_ENGLISH;
