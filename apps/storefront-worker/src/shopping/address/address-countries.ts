import type { Visit } from '../visit/visit.js';
import { type AddressCountry, offeredCountries } from './address-country.js';

/** The countries that the forms of a visit's store offer; none before the store's first sync. */
export async function addressCountries({
  reader,
}: Pick<Visit, 'reader'>): Promise<readonly AddressCountry[]> {
  const [records, config] = await Promise.all([reader.countries(), reader.config()]);
  return config === null ? [] : offeredCountries(records, config);
}
