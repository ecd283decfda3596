import type { CountriesRecord } from '@maho-storefront/kv-schema';
import type { Country } from '@maho-storefront/maho-client';
import { byId } from './list-order.js';

export function countriesRecord(countries: readonly Country[]): CountriesRecord {
  return countries
    .map((country) => ({
      id: country.id,
      name: country.name,
      iso3: country.iso3Code,
      regions: country.availableRegions
        .map(({ id, code, name }) => ({ id, code: code ?? '', name }))
        .sort(byId),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
