import { pageHref } from '../../formatting/page-href.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../shop.js';
import { LISTING_SORTS, type ListingSort } from './listing-sort.js';

/** Choice of the listing's order: a form to send, which the script sends by itself. */
export function SortForm({ shop, path, sort }: { shop: Shop; path: string; sort: ListingSort }) {
  const texts = textsOf(shop.config.locale);
  return (
    <form class="sort-form" action={pageHref(path)} method="get" data-sends-itself>
      <label for="sort">{texts.sortBy}</label>
      <select id="sort" name="sort" class="select select-sm">
        {LISTING_SORTS.map((option) => (
          <option value={option} selected={option === sort}>
            {texts.sorts[option]}
          </option>
        ))}
      </select>
      <button type="submit" class="btn btn-sm">
        {texts.sortApply}
      </button>
    </form>
  );
}
