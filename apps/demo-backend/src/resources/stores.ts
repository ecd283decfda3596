import { HOST_PLACEHOLDER, type StoreView } from '../catalogue/store-view.js';
import { notFound } from '../http/api-error.js';
import { type Answer, type ApiRequest, item, wholeCollection } from '../http/api-request.js';
import type { JsonObject } from '../json.js';

function storeRecord(store: StoreView): JsonObject {
  return {
    '@type': 'Store',
    id: store.id,
    code: store.code,
    name: store.name,
    websiteId: store.websiteId,
    groupId: store.groupId,
    groupName: store.groupName,
    rootCategoryId: store.rootCategoryId,
    isActive: store.isActive,
    baseUrl: `${HOST_PLACEHOLDER}/`,
    baseLinkUrl: `${HOST_PLACEHOLDER}/`,
    baseMediaUrl: `${HOST_PLACEHOLDER}/media/`,
    locale: store.locale,
    currency: { base: store.baseCurrency, default: store.defaultCurrency },
    extensions: [],
  };
}

/** `GET /stores`: active store views, by name. */
export function listStores(request: ApiRequest): Answer {
  const active = request.catalogue.stores.filter((store) => store.isActive);
  const byName = [...active].sort((a, b) => (a.name < b.name ? -1 : 1));
  return wholeCollection('Store', byName.map(storeRecord));
}

export function readStore(request: ApiRequest): Answer {
  const store = request.catalogue.stores.find((candidate) => String(candidate.id) === request.captures[0]);
  if (store === undefined) throw notFound('Store not found');
  return item('Store', storeRecord(store));
}

/** `GET /stores/currencies`: those that `X-Currency-Code` may name. */
export function listCurrencies(request: ApiRequest): Answer {
  return wholeCollection(
    'Currency',
    request.store.currencies.map((currency) => ({ '@type': 'Currency', ...currency, extensions: [] })),
  );
}

/** `GET /store-config` of the request's store view. */
export function readStoreConfig(request: ApiRequest): Answer {
  return item('StoreConfig', { '@type': 'StoreConfig', ...request.store.config, extensions: [] });
}

/** `GET /{storeCode}/config` is declared but never works. */
export function brokenConfig(): Answer {
  throw notFound('Invalid uri variables.');
}
