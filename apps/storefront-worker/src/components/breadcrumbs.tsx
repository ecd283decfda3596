import { pageHref } from '../formatting/page-href.js';
import { textsOf } from '../formatting/texts/index.js';
import type { Crumb } from '../pages/page-content.js';
import type { Shop } from '../pages/shop.js';

/** The way from the home page to this one, which is the last crumb. */
export function Breadcrumbs({ shop, crumbs }: { shop: Shop; crumbs: readonly Crumb[] }) {
  const texts = textsOf(shop.config.locale);
  if (crumbs.length === 0) return null;
  return (
    <nav class="breadcrumbs page-width" aria-label={texts.breadcrumbs}>
      <ol>
        <li>
          <a href="/">{texts.home}</a>
        </li>
        {crumbs.map((crumb, n) => (
          <li>
            {n === crumbs.length - 1 ? (
              <span aria-current="page">{crumb.name}</span>
            ) : (
              <a href={pageHref(crumb.path)}>{crumb.name}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
