import { formatCount } from '../formatting/count.js';
import { textsOf } from '../formatting/texts/index.js';
import type { Shop } from '../pages/shop.js';
import { Icon } from './icon.js';
import { compactPages, jumpPages } from './pager-pages.js';

export interface PagerProps {
  shop: Shop;
  /** From 1. */
  page: number;
  totalPages: number;
  hrefOf: (page: number) => string;
}

/** Links to every page of a list, for keyboards, scripts-off browsers and search engines alike. */
export function Pager({ shop, page, totalPages, hrefOf }: PagerProps) {
  if (totalPages <= 1) return null;
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const shown = compactPages(page, totalPages);
  const others = jumpPages(totalPages);
  return (
    <nav class="pager" aria-label={texts.pages}>
      <ul>
        {page > 1 && (
          <li>
            <a class="pager-step" rel="prev" href={hrefOf(page - 1)}>
              <Icon name="left" /> <span>{texts.previous}</span>
            </a>
          </li>
        )}
        {shown.map((number) => (
          <li>
            {number === null ? (
              <span class="pager-gap">…</span>
            ) : (
              <a
                class="pager-page"
                href={hrefOf(number)}
                aria-label={texts.page(formatCount(number, locale))}
                aria-current={number === page ? 'page' : undefined}
              >
                {formatCount(number, locale)}
              </a>
            )}
          </li>
        ))}
        {page < totalPages && (
          <li>
            <a class="pager-step" rel="next" href={hrefOf(page + 1)}>
              <span>{texts.next}</span> <Icon name="right" />
            </a>
          </li>
        )}
      </ul>
      {shown.includes(null) && (
        <details class="pager-all">
          <summary>{texts.jumpToPage}</summary>
          <ul>
            {others.map((number) => (
              <li>
                <a href={hrefOf(number)} aria-label={texts.page(formatCount(number, locale))}>
                  {formatCount(number, locale)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}
