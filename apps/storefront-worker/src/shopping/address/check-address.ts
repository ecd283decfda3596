import type { BookAddress, CartAddress } from '@maho-storefront/maho-client/shopping';
import { type AddressCountry, countryOf } from './address-country.js';
import { ADDRESS_FIELDS, type AddressDraft, type AddressField } from './address-draft.js';
import { isPostcodeOptional, NO_POSTCODE } from './postcode.js';

/** What can be wrong with a field. */
export type AddressFault = 'missing' | 'too_long' | 'country_unknown' | 'region_unknown';

export type AddressProblems = ReadonlyMap<AddressField, AddressFault>;

export type CheckedAddress =
  | { readonly address: CartAddress; readonly problems?: never }
  | { readonly address?: never; readonly problems: AddressProblems };

/** What Maho's columns hold; it would cut the rest off. */
export const LONGEST_FIELD = 255;

const OPTIONAL: ReadonlySet<AddressField> = new Set(['company', 'street2', 'region']);

/**
 * A complete address for a cart or an address book, or what is wrong with each field.
 *
 * A region is needed wherever the store's list knows the country's: taxes go by its id, and Maho's own configuration
 * asks for it in all these countries.
 */
export function checkAddress(draft: AddressDraft, countries: readonly AddressCountry[]): CheckedAddress {
  const country = countryOf(countries, draft.country);
  const region = country && regionOf(country, draft.region);
  const problems = new Map<AddressField, AddressFault>();
  for (const field of ADDRESS_FIELDS) {
    if (draft[field] === '' && !mayBeEmpty(field, draft.country)) problems.set(field, 'missing');
    else if (draft[field].length > LONGEST_FIELD) problems.set(field, 'too_long');
  }
  if (country === undefined && draft.country !== '') problems.set('country', 'country_unknown');
  if (region === null) problems.set('region', draft.region === '' ? 'missing' : 'region_unknown');
  if (problems.size > 0 || country === undefined) return { problems };
  return { address: { ...addressOf(draft), ...(region ?? {}) } };
}

/** The same address for a customer's address book. */
export function bookAddress({ firstName, lastName, ...rest }: CartAddress): BookAddress {
  return { firstname: firstName, lastname: lastName, ...rest };
}

/** What a refusal of Maho's names, by the fields of the form; it calls them as it was sent them. */
export function refusedFields(names: readonly string[]): AddressProblems {
  const fields = names.flatMap((name) => FIELD_OF.get(name) ?? []);
  return new Map(fields.map((field) => [field, 'missing']));
}

const FIELD_OF: ReadonlyMap<string, AddressField> = new Map([
  ['firstName', 'firstname'],
  ['lastName', 'lastname'],
  ['street', 'street1'],
  ['city', 'city'],
  ['postcode', 'postcode'],
  ['countryId', 'country'],
  ['telephone', 'telephone'],
  ['region', 'region'],
  ['regionId', 'region'],
]);

function mayBeEmpty(field: AddressField, countryId: string): boolean {
  return OPTIONAL.has(field) || (field === 'postcode' && isPostcodeOptional(countryId));
}

/** Null for a choice that is none of the country's; a text where the country has no list. */
export function regionOf({ regions }: AddressCountry, chosen: string): Partial<CartAddress> | null {
  if (regions.length === 0) return isLeftover(chosen) || chosen === '' ? {} : { region: chosen };
  // A browser that fills in a form may know the name or the code only.
  const asked = chosen.toLowerCase();
  const known = regions.find(({ id, code, name }) =>
    [String(id), code.toLowerCase(), name.toLowerCase()].includes(asked),
  );
  return known === undefined ? null : { region: known.name, regionId: known.id };
}

/** The id of a region of another country, chosen before the country was changed. */
function isLeftover(region: string): boolean {
  return /^\d+$/.test(region);
}

function addressOf(draft: AddressDraft): CartAddress {
  return {
    firstName: draft.firstname,
    lastName: draft.lastname,
    street: [draft.street1, draft.street2].filter((line) => line !== ''),
    city: draft.city,
    postcode: draft.postcode === '' ? NO_POSTCODE : draft.postcode,
    countryId: draft.country,
    telephone: draft.telephone,
    company: draft.company === '' ? undefined : draft.company,
  };
}
