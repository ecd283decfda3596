import { formatMoney } from '../formatting/money.js';
import { priceOf } from '../formatting/price.js';
import type { Shop } from '../pages/shop.js';
import type { BackendLookup } from './catalog-search.js';
import { searchText } from './load-search.js';

/** A product under the search field while somebody types. */
export interface Suggestion {
  title: string;
  path: string;
  image: string | null;
  /** As it is shown, with its currency. */
  price: string | null;
}

const SUGGESTIONS = 6;
/** Maho's own search wants as many characters. */
const MIN_QUERY_LENGTH = 2;

/** The first products that match what is typed so far. */
export async function searchSuggestions(
  backend: BackendLookup,
  shop: Shop,
  parameters: URLSearchParams,
): Promise<Suggestion[]> {
  const query = searchText(parameters);
  if (query.length < MIN_QUERY_LENGTH) return [];
  const { products } = await backend.search(query, 1, SUGGESTIONS);
  return products.map((card) => {
    const price = priceOf(card, shop);
    return {
      title: card.name,
      path: `/${card.slug}`,
      image: card.imageUrl ?? null,
      price: price && formatMoney(price.amount, card.currency, shop.config.locale),
    };
  });
}
