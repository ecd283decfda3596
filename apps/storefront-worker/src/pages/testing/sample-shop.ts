import type { StoreConfigRecord } from '@maho-storefront/kv-schema';
import type { Shop } from '../shop.js';

const CONFIG: StoreConfigRecord = {
  storeCode: 'en',
  storeName: 'Sample Shop',
  baseCurrencyCode: 'USD',
  defaultDisplayCurrencyCode: 'USD',
  locale: 'en_US',
  timezone: 'Europe/Berlin',
  baseUrl: 'https://backend.example/',
  baseMediaUrl: 'https://backend.example/media/',
  allowedCountries: ['DE'],
  isGuestCheckoutAllowed: true,
  newsletterEnabled: false,
  wishlistEnabled: false,
  reviewsEnabled: true,
  logoUrl: 'https://backend.example/logo.svg',
  defaultDescription: 'Things for every day',
  cmsHomePage: 'home',
};

/** A shop with a menu of three levels, two stores and footer pages. */
export function sampleShop(changes: Partial<Shop> = {}, config: Partial<StoreConfigRecord> = {}): Shop {
  const store = { code: 'en', name: 'English', url: 'https://shop.example', locale: 'en_US' };
  const blouses = { id: 6, name: 'Silk blouses', path: 'women/tops/silk', children: [] };
  const tops = { id: 5, name: 'Tops', path: 'women/tops', children: [blouses] };
  return {
    store,
    stores: [store, { code: 'de', name: 'Deutsch', url: 'https://de.shop.example/', locale: 'de_DE' }],
    config: { ...CONFIG, ...config },
    menu: [
      { id: 4, name: 'Women', path: 'women', children: [tops] },
      { id: 7, name: 'Men', path: 'men', children: [] },
    ],
    cmsPages: [
      { id: 1, identifier: 'home', title: 'Home page' },
      { id: 2, identifier: 'no-route', title: 'Missing page' },
      { id: 3, identifier: 'service/returns', title: 'Returns' },
    ],
    hasBlog: true,
    origin: 'https://shop.example',
    path: '/',
    now: Date.parse('2026-11-23T12:00:00Z'),
    assets: { stylesheet: (theme) => `/assets/${theme ?? 'maho'}.css`, script: '/assets/shop.js' },
    hasImageResizing: false,
    hasDataLayer: false,
    ...changes,
  };
}
