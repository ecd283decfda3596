import { REVIEW_TEXTS, REVIEW_TITLES, REVIEWERS } from '../catalogue/generator/sentences.js';
import type { Product, Review } from '../catalogue/product.js';
import { roundMoney } from '../catalogue/product-prices.js';
import type { StoreView } from '../catalogue/store-view.js';
import { utcDateTime } from '../clock.js';
import type { JsonObject } from '../json.js';
import { between, chance, pick } from '../seeded-random.js';

/** All approved reviews of a product, newest first. */
export function reviewsOf(product: Product): Review[] {
  const added = [...(product.addedReviews ?? [])].reverse();
  return [...added, ...generatedReviews(product)];
}

function generatedReviews(product: Product): Review[] {
  if (product.dump !== undefined || product.visibility === 'not_visible' || !chance(35, product.id, 91))
    return [];
  const count = between(1, 6, product.id, 92);
  return Array.from({ length: count }, (_, n) => ({
    id: product.id * 100 + (count - n),
    title: pick(REVIEW_TITLES, product.id, 100 + n),
    detail: pick(REVIEW_TEXTS, product.id, 110 + n),
    nickname: pick(REVIEWERS, product.id, 120 + n),
    rating: between(3, 5, product.id, 130 + n),
    createdAt: product.createdAt + (count - n) * 86_400,
  }));
}

/** `reviewCount` and, where there is one, `averageRating`. */
export function reviewSummary(product: Product): JsonObject {
  const reviews = reviewsOf(product);
  if (reviews.length === 0) return { reviewCount: 0 };
  const sum = reviews.reduce((total, review) => total + review.rating, 0);
  return {
    reviewCount: reviews.length,
    averageRating: roundMoney(Math.round((sum / reviews.length) * 10) / 10),
  };
}

/** A review as the API shows it. */
export function reviewRecord(review: Review, product: Product, name: string, store: StoreView): JsonObject {
  return {
    '@type': 'Review',
    id: review.id,
    productId: product.id,
    productName: name,
    title: review.title,
    detail: review.detail,
    nickname: review.nickname,
    rating: review.rating,
    status: 'approved',
    createdAt: utcDateTime(review.createdAt),
    ratings: [{ code: 'Quality', value: review.rating, percent: review.rating * 20 }],
    stores: [0, store.id],
    extensions: [],
  };
}
