import type { Catalogue } from '../../catalogue/catalogue.js';
import { REGIONS } from '../../catalogue/country-codes.js';
import type { StoreView } from '../../catalogue/store-view.js';
import { numberIn, objectsIn } from '../../json.js';
import type { AddressFields } from '../cart/cart-address.js';

export interface Region {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** The regions of a country: the dump's where there is one, because ids differ between installations. */
export function regionsOf(catalogue: Catalogue, store: StoreView, countryId: string): readonly Region[] {
  const dumped = catalogue.countries.get(store.code)?.find((country) => country.id === countryId);
  if (dumped === undefined) return REGIONS.get(countryId) ?? [];
  return objectsIn(dumped.availableRegions).map((region) => ({
    id: numberIn(region.id) ?? 0,
    code: String(region.code),
    name: String(region.name),
  }));
}

/** An address whose region, given by code or name, is found in the country's list; as it came otherwise. */
export function withRegionId(catalogue: Catalogue, store: StoreView, fields: AddressFields): AddressFields {
  if (fields.regionId !== undefined || fields.region === undefined) return fields;
  const found = regionsOf(catalogue, store, fields.countryId).find(
    ({ code, name }) => code === fields.region || name === fields.region,
  );
  return found === undefined ? fields : { ...fields, regionId: found.id, region: found.name };
}
