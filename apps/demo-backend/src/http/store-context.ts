import type { Catalogue } from '../catalogue/catalogue.js';
import type { Currency, StoreView } from '../catalogue/store-view.js';
import { ApiError, badRequest, internalError } from './api-error.js';
import type { Query } from './query.js';

/** The store view of a request: `?store=` beats the header; none means the default one. Throws ApiError. */
export function storeOf(catalogue: Catalogue, query: Query, header: string | null): StoreView {
  if (query.isArray('store')) throw badRequest('Input value "store" contains a non-scalar value.');
  const parameter = query.scalar('store');
  if (parameter === '') throw badRequest('The store parameter cannot be empty.');
  if (parameter === undefined && header === '') throw badRequest('The X-Store-Code header cannot be empty.');
  const wanted = parameter ?? header;
  if (wanted === null) return catalogue.defaultStore;
  if (wanted === 'admin' || wanted === '0') throw new ApiError(401, 'Authentication required');
  const store = catalogue.store(wanted);
  if (store !== undefined) return store;
  // The database compares codes without case, the rest of the code does not (query-store-uppercase.ld.json).
  if (catalogue.store(wanted.toLowerCase()) !== undefined) throw internalError();
  throw badRequest(`Unknown store: ${wanted}`);
}

/** The display currency asked for, if it is not the store's own. Throws ApiError. */
export function currencyOf(store: StoreView, header: string | null): Currency | undefined {
  if (header === null) return undefined;
  if (header === '') throw badRequest('The X-Currency-Code header cannot be empty.');
  const code = header.toUpperCase();
  if (code === store.defaultCurrency) return undefined;
  const currency = store.currencies.find((candidate) => candidate.code === code);
  if (currency === undefined) throw badRequest(`Currency not available for this store: ${code}`);
  return currency;
}
