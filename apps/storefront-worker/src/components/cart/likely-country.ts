import type { StoreConfigRecord } from '@maho-storefront/kv-schema';

/** Where a store's shoppers most likely live: the one country it sells to, or that of its locale (`de_AT`: Austria). */
export function likelyCountry({
  allowedCountries,
  locale,
}: Pick<StoreConfigRecord, 'allowedCountries' | 'locale'>): string | undefined {
  if (allowedCountries.length === 1) return allowedCountries[0];
  const country = /[_-]([A-Z]{2})$/.exec(locale)?.[1];
  return country !== undefined && allowedCountries.includes(country) ? country : undefined;
}
