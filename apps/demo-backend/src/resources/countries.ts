import { COUNTRY_CODES, type CountryCode, REGIONS } from '../catalogue/country-codes.js';
import { revisionMemo } from '../catalogue/revision-memo.js';
import type { StoreView } from '../catalogue/store-view.js';
import { ApiError, notFound } from '../http/api-error.js';
import { type Answer, type ApiRequest, item, wholeCollection } from '../http/api-request.js';
import type { JsonObject } from '../json.js';

const countryLists = revisionMemo<readonly JsonObject[]>();

function countryRecord(code: CountryCode, names: Intl.DisplayNames): JsonObject {
  return {
    '@type': 'Country',
    id: code.iso2,
    name: names.of(code.iso2) ?? code.iso2,
    iso2Code: code.iso2,
    iso3Code: code.iso3,
    availableRegions: (REGIONS.get(code.iso2) ?? []).map((region) => ({ ...region })),
    extensions: [],
  };
}

/** Countries in the store's language, sorted by the bytes of their names, as Maho sorts them. */
function countriesOf(request: ApiRequest): readonly JsonObject[] {
  const { catalogue, store } = request;
  return catalogue.countries.get(store.code) ?? countryLists(catalogue, store.locale, () => named(store));
}

function named(store: StoreView): JsonObject[] {
  const names = new Intl.DisplayNames([store.locale.replace('_', '-')], { type: 'region' });
  const records = COUNTRY_CODES.map((code) => countryRecord(code, names));
  const bytes = (record: JsonObject) => Buffer.from(String(record.name));
  return records.sort((a, b) => Buffer.compare(bytes(a), bytes(b)));
}

/** `GET /countries`: all of them, whatever page is asked for. */
export function listCountries(request: ApiRequest): Answer {
  return wholeCollection('Country', countriesOf(request));
}

/** `GET /countries/{code}`, in any case; a code that is not two or three letters is a 422. */
export function readCountry(request: ApiRequest): Answer {
  const code = (request.captures[0] ?? '').toUpperCase();
  if (code.length !== 2 && code.length !== 3) throw new ApiError(422, `Invalid country code: ${code}`);
  const found = countriesOf(request).find((country) => country.id === code || country.iso3Code === code);
  if (found === undefined) throw notFound();
  return item('Country', found);
}
