import type { CountriesRecord, StoreConfigRecord } from '@maho-storefront/kv-schema';
import { localeTag } from '../../formatting/locale-tag.js';

/** A country that a store delivers to or takes bills from, with its regions where it has any. */
export type AddressCountry = CountriesRecord[number];

/**
 * The countries that a store's forms offer, by name.
 *
 * @param records of the store, null where KV has none: the form then knows no country, and says so.
 */
export function offeredCountries(
  records: CountriesRecord | null,
  { allowedCountries, locale }: Pick<StoreConfigRecord, 'allowedCountries' | 'locale'>,
): readonly AddressCountry[] {
  const allowed = new Set(allowedCountries);
  const offered = (records ?? []).filter(({ id }) => allowed.size === 0 || allowed.has(id));
  const { compare } = new Intl.Collator(localeTag(locale));
  return offered.sort((a, b) => compare(a.name, b.name));
}

/** The country that most shoppers of a store live in: its locale's, or the only one there is; '' leaves it open. */
export function likelyCountry(countries: readonly AddressCountry[], locale: string): string {
  const [only, ...others] = countries;
  if (only !== undefined && others.length === 0) return only.id;
  const region = new Intl.Locale(localeTag(locale)).region ?? '';
  return countries.some(({ id }) => id === region) ? region : '';
}

export function countryOf(countries: readonly AddressCountry[], id: string): AddressCountry | undefined {
  return countries.find((country) => country.id === id);
}
