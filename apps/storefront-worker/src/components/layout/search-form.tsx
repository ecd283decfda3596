import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';
import { Icon } from '../icon.js';

export interface SearchFormProps {
  shop: Shop;
  /** Makes the ids of two forms on one page differ. */
  id: string;
  /** Tells two searches on one page apart. */
  label: string;
  query?: string;
}

/** Search as a plain form; the script offers products while one types. */
export function SearchForm({ shop, id, label, query = '' }: SearchFormProps) {
  const texts = textsOf(shop.config.locale);
  return (
    <search class="search" aria-label={label} data-search data-suggestions={texts.searchSuggestions}>
      <form action="/search" method="get">
        <label class="sr-only" for={id}>
          {texts.search}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          class="search-field"
          value={query}
          placeholder={texts.searchPlaceholder}
          maxlength={128}
          autocomplete="off"
        />
        <button type="submit" class="search-button" aria-label={texts.search}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  );
}
