import { entityPath } from '../client/entity-path.js';
import type { Page } from '../paging/page.js';
import { type Review, reviewSchema } from '../schemas/review.js';
import type { ShopCaller } from './shop-caller.js';
import type { Shopper, SignedInShopper } from './shopper.js';

/** What a customer says of a product. */
export interface ReviewRequest {
  readonly title: string;
  readonly detail: string;
  /** Shown to everybody. */
  readonly nickname: string;
  /** 1 to 5. */
  readonly rating: number;
}

/** Which page of a product's reviews; 10 a page by default, 100 at most. */
export interface ReviewQuery {
  readonly page?: number | undefined;
  readonly itemsPerPage?: number | undefined;
}

/** Reviews of products. */
export class ProductReviews {
  readonly #caller: ShopCaller;

  constructor(caller: ShopCaller) {
    this.#caller = caller;
  }

  /** Approved reviews, newest first; Maho keeps the answer for 15 minutes. */
  async ofProduct(productId: number, query: ReviewQuery, shopper: Shopper): Promise<Page<Review>> {
    const call = {
      method: 'GET',
      path: entityPath('/products', productId, '/reviews'),
      query: { ...query },
    } as const;
    return this.#caller.page(call, reviewSchema, shopper);
  }

  /** The customer's own, those that wait for approval too. */
  own(customer: SignedInShopper): Promise<Page<Review>> {
    return this.#caller.page({ method: 'GET', path: '/customers/me/reviews' }, reviewSchema, customer);
  }

  /** Hands in a review; it is `pending` until the merchant approves it. Guests cannot. */
  async post(productId: number, review: ReviewRequest, customer: SignedInShopper): Promise<Review> {
    const call = {
      method: 'POST',
      path: entityPath('/products', productId, '/reviews'),
      body: review,
    } as const;
    return this.#caller.answer(call, reviewSchema, customer);
  }
}
