import type { CategoryNode, ProductCard } from '@maho-storefront/kv-schema';
import { Picture } from '../../components/picture.js';
import { pageHref } from '../../formatting/page-href.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../shop.js';

/** Products pictured beside the opening words. */
const PICKS = 3;

export interface HomeOpeningProps {
  shop: Shop;
  title: string;
  /** Where “explore the shop” leads; no link without a category. */
  first: CategoryNode | undefined;
  picks: readonly ProductCard[];
}

/** What a shopper sees first: what the shop is, where to begin, and three of its products. */
export function HomeOpening({ shop, title, first, picks }: HomeOpeningProps) {
  const { defaultDescription, locale } = shop.config;
  const pictured = picks.filter(({ imageUrl }) => imageUrl !== undefined).slice(0, PICKS);
  return (
    <div class="home-opening">
      <div class="page-width">
        <div class="home-opening-words">
          <h1>{title}</h1>
          {defaultDescription !== undefined && defaultDescription !== title && (
            <p class="lead">{defaultDescription}</p>
          )}
          {first !== undefined && (
            <a class="btn btn-primary btn-lg" href={pageHref(first.path)}>
              {textsOf(locale).explore}
            </a>
          )}
        </div>
        {pictured.length === PICKS && (
          <ul class="home-picks">
            {pictured.map((card, n) => (
              <li>
                <a href={pageHref(card.slug)}>
                  <Picture
                    shop={shop}
                    url={card.imageUrl}
                    alt={card.name}
                    width={300}
                    height={400}
                    sizes="(min-width: 64rem) 12rem, 30vw"
                    priority={n === 0 ? 'first' : 'early'}
                  />
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
