import type { StoreConfigRecord } from '@maho-storefront/kv-schema';
import type { StoreConfig } from '@maho-storefront/maho-client';
import { type BackendUrl, optionalUrl } from './backend-url.js';

/** @param storeId the store view's number, which the configuration itself does not say. */
export function storeConfigRecord(
  config: StoreConfig,
  storeId: number | undefined,
  toUrl: BackendUrl,
): StoreConfigRecord {
  return {
    storeCode: config.storeCode,
    storeId,
    storeName: config.storeName,
    baseCurrencyCode: config.baseCurrencyCode,
    defaultDisplayCurrencyCode: config.defaultDisplayCurrencyCode,
    locale: config.locale,
    timezone: config.timezone,
    weightUnit: config.weightUnit,
    baseUrl: toUrl(config.baseUrl),
    baseMediaUrl: toUrl(config.baseMediaUrl),
    allowedCountries: [...config.allowedCountries].sort(),
    isGuestCheckoutAllowed: config.isGuestCheckoutAllowed,
    newsletterEnabled: config.newsletterEnabled,
    wishlistEnabled: config.wishlistEnabled,
    reviewsEnabled: config.reviewsEnabled,
    logoUrl: optionalUrl(toUrl, config.logoUrl),
    logoAlt: config.logoAlt,
    defaultTitle: config.defaultTitle,
    defaultDescription: config.defaultDescription,
    // Maho stores the home page as `identifier|id` when identifiers repeat across stores.
    cmsHomePage: config.cmsHomePage?.split('|')[0],
    extensions: config.extensions,
  };
}
