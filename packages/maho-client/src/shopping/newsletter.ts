import {
  type NewsletterSubscription,
  newsletterSubscriptionSchema,
} from './schemas/newsletter-subscription.js';
import type { ShopCaller } from './shop-caller.js';
import type { Shopper, SignedInShopper } from './shopper.js';

/** The shop's newsletter. */
export class Newsletter {
  readonly #caller: ShopCaller;

  constructor(caller: ShopCaller) {
    this.#caller = caller;
  }

  /** A customer who has signed in always subscribes their own address. */
  subscribe(email: string, shopper: Shopper): Promise<NewsletterSubscription> {
    const call = { method: 'POST', path: '/newsletter/subscribe', body: { email } } as const;
    return this.#caller.answer(call, newsletterSubscriptionSchema, shopper);
  }

  unsubscribe(customer: SignedInShopper): Promise<NewsletterSubscription> {
    const call = { method: 'POST', path: '/newsletter/unsubscribe', body: {} } as const;
    return this.#caller.answer(call, newsletterSubscriptionSchema, customer);
  }

  status(customer: SignedInShopper): Promise<NewsletterSubscription> {
    const call = { method: 'GET', path: '/newsletter/status' } as const;
    return this.#caller.answer(call, newsletterSubscriptionSchema, customer);
  }
}
