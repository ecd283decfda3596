import { badRequest } from '../http/api-error.js';
import type { JsonObject } from '../json.js';
import type { Customer } from '../shop/customer/customer.js';
import type { Shop } from '../shop/shop.js';
import { isEmail } from './email-address.js';
import { created, item, type ShopAnswer, type ShopRequest, signedIn, textIn } from './shop-request.js';

const SUBSCRIBED = 'You have been successfully subscribed to the newsletter.';

function subscription(shop: Shop, customer: Customer, message?: string): JsonObject {
  const isSubscribed = shop.subscribers.has(customer.email.toLowerCase());
  return {
    email: customer.email,
    customerId: customer.id,
    status: isSubscribed ? 'subscribed' : 'unsubscribed',
    isSubscribed,
    ...(message === undefined ? {} : { message }),
    confirmationRequired: false,
  };
}

/** `POST /newsletter/subscribe`: customers only their own address; guests are told nothing of what is known already. */
export function subscribe({ shop, body, customer, address }: ShopRequest): ShopAnswer {
  const email = customer?.email ?? textIn(body, 'email');
  if (email === '') throw badRequest('Email address is required');
  if (!isEmail(email)) throw badRequest('Invalid email address');
  shop.limits.count('newsletter', address);
  if (customer === undefined && !shop.settings.guestSubscriptions) {
    throw badRequest('Guest subscription is not allowed. Please login first.');
  }
  const isKnown = shop.subscribers.has(email.toLowerCase());
  if (!isKnown) shop.mailbox.send({ kind: 'newsletter', to: email });
  shop.subscribers.add(email.toLowerCase());
  if (customer === undefined) return created('NewsletterSubscription', { email, message: SUBSCRIBED });
  customer.isSubscribed = true;
  const message = isKnown ? 'You are already subscribed to the newsletter.' : SUBSCRIBED;
  return created('NewsletterSubscription', subscription(shop, customer, message));
}

/** `POST /newsletter/unsubscribe`: one's own address. */
export function unsubscribe(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  const { shop, address } = request;
  shop.limits.count('unsubscribe', address);
  const wasKnown = shop.subscribers.delete(customer.email.toLowerCase());
  customer.isSubscribed = false;
  const message = wasKnown
    ? 'You have been successfully unsubscribed from the newsletter.'
    : 'This email address is not subscribed to the newsletter.';
  return created('NewsletterSubscription', subscription(shop, customer, message));
}

/** `GET /newsletter/status`. */
export const readSubscription = (request: ShopRequest) =>
  item('NewsletterSubscription', subscription(request.shop, signedIn(request)));
