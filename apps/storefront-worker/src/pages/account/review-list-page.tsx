import type { Review } from '@maho-storefront/maho-client';
import { EmptyState } from '../../components/empty-state.js';
import { formatDay } from '../../formatting/calendar-day.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';

export interface ReviewListView {
  reviews: readonly Review[];
  /** Path of a product's page by its id. */
  pathOf: ReadonlyMap<number, string>;
  notice?: string | undefined;
}

/** `/account/reviews`. */
export function reviewListPage(shop: Shop, { reviews, pathOf, notice }: ReviewListView): PageContent {
  const texts = accountTexts(shop.config.locale);
  return accountPage(shop, {
    part: 'reviews',
    title: texts.reviews,
    notice,
    body:
      reviews.length === 0 ? (
        <EmptyState icon="star" title={texts.noReviews} hint={texts.noReviewsHint} />
      ) : (
        <ul class="rows">
          {reviews.map((review) => (
            <ReviewRow shop={shop} review={review} path={pathOf.get(review.productId)} />
          ))}
        </ul>
      ),
  });
}

function ReviewRow({ shop, review, path }: { shop: Shop; review: Review; path: string | undefined }) {
  const { locale } = shop.config;
  const texts = accountTexts(locale);
  const stars = Math.round(review.rating ?? 0);
  return (
    <li class="row">
      <div class="row-text">
        <p class="row-name">
          {path === undefined ? review.productName : <a href={path}>{review.productName}</a>}
        </p>
        <p>
          {stars > 0 && `${texts.stars(stars)} · `}
          {review.title}
        </p>
        <p>{review.detail}</p>
        <p class="option-hint">
          {formatDay(review.createdAt ?? '', locale)} · {standing(review)}
        </p>
      </div>
    </li>
  );

  function standing({ status }: Review): string {
    if (status === 'approved') return texts.reviewApproved;
    return status === 'pending' ? texts.reviewPending : texts.reviewRefused;
  }
}
