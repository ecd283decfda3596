import type { Product } from '../catalogue/product.js';
import { badRequest, notFound } from '../http/api-error.js';
import { phpInteger } from '../http/page-window.js';
import type { JsonObject } from '../json.js';
import { nameIn } from '../resources/product-core.js';
import { reviewRecord } from '../resources/review-records.js';
import { cleaned } from '../shop/cart/cart-address.js';
import type { CustomerReview } from '../shop/customer/customer.js';
import {
  collection,
  created,
  numberAt,
  type ShopAnswer,
  type ShopRequest,
  signedIn,
  textIn,
} from './shop-request.js';

function ownRecord({ store }: ShopRequest, review: CustomerReview, product: Product): JsonObject {
  return { ...reviewRecord(review, product, nameIn(product, store), store), status: review.status };
}

/** `POST /products/{id}/reviews`: pending until the merchant approves it, which a control stands for. */
export function postReview(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  const { shop, store, body, address } = request;
  shop.limits.count('review', address);
  const product = shop.catalogue.products.get(numberAt(request, 0));
  if (product === undefined || !product.enabled) throw notFound('Product not found');
  const text = (name: string, what: string) => {
    const given = cleaned(textIn(body, name));
    if (given === '') throw badRequest(`${what} is required`);
    return given;
  };
  const texts = {
    title: text('title', 'Review title'),
    detail: text('detail', 'Review detail'),
    nickname: text('nickname', 'Nickname'),
  };
  const rating = phpInteger(textIn(body, 'rating'));
  if (rating < 1 || rating > 5) throw badRequest('Rating must be between 1 and 5');
  const id = shop.sequences.review.next();
  const review: CustomerReview = {
    id,
    productId: product.id,
    storeId: store.id,
    ...texts,
    rating,
    status: 'pending',
    createdAt: shop.nowSeconds(),
  };
  customer.reviews.push(review);
  return created('Review', ownRecord(request, review, product));
}

/** `GET /customers/me/reviews`: in every status, newest first. */
export function listOwnReviews(request: ShopRequest): ShopAnswer {
  const reviews = [...signedIn(request).reviews].reverse();
  const records = reviews.flatMap((review) => {
    const product = request.shop.catalogue.products.get(review.productId);
    return product === undefined ? [] : [ownRecord(request, review, product)];
  });
  return collection('Review', records);
}
