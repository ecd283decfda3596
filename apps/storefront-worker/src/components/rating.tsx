import { formatCount } from '../formatting/count.js';
import { textsOf } from '../formatting/texts/index.js';
import type { Shop } from '../pages/shop.js';

const STARS = [1, 2, 3, 4, 5] as const;
const STAR = 'm12 3 2.7 5.8 6.3.8-4.6 4.3 1.2 6.3L12 17.1l-5.6 3.1 1.2-6.3L3 9.6l6.3-.8L12 3Z';

export interface RatingProps {
  shop: Shop;
  reviewCount: number;
  /** 1 to 5. */
  averageRating: number | undefined;
}

/** Stars of a product that has reviews; nothing for one without, or where the store shows no reviews. */
export function Rating({ shop, reviewCount, averageRating }: RatingProps) {
  const { locale, reviewsEnabled } = shop.config;
  if (!reviewsEnabled || reviewCount < 1 || averageRating === undefined) return null;
  const label = textsOf(locale).rating(formatCount(averageRating, locale), reviewCount);
  return (
    <p class="rating">
      <span class="rating-stars" role="img" aria-label={label}>
        {STARS.map((star) => (
          <svg
            viewBox="0 0 24 24"
            class={averageRating >= star - 0.25 ? 'star-full' : 'star-empty'}
            aria-hidden="true"
          >
            <path d={STAR} />
          </svg>
        ))}
      </span>{' '}
      <span aria-hidden="true">({formatCount(reviewCount, locale)})</span>
    </p>
  );
}
