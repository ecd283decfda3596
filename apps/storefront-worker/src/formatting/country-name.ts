import type { CountriesRecord } from '@maho-storefront/kv-schema';

/** Names of countries by their code, as the shop calls them; a code stands for itself where the shop has none. */
export function countryNames(countries: readonly CountriesRecord[number][] | null): (code: string) => string {
  const names = new Map((countries ?? []).map(({ id, name }) => [id, name]));
  return (code) => names.get(code) ?? code;
}
