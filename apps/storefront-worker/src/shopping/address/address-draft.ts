import type { PostalAddress } from '@maho-storefront/maho-client/shopping';
import { NO_POSTCODE } from './postcode.js';

/** The fields of an address in a form, in the order they are shown. */
export const ADDRESS_FIELDS = [
  'country',
  'firstname',
  'lastname',
  'company',
  'street1',
  'street2',
  'city',
  'region',
  'postcode',
  'telephone',
] as const;

export type AddressField = (typeof ADDRESS_FIELDS)[number];

/** An address as it stands in a form: what was typed, right or wrong. `region` is an id where there is a list. */
export type AddressDraft = Readonly<Record<AddressField, string>>;

/** What is left in a cart of a street that Maho has lost (recording cart/39-billing-same). */
const LOST_STREET = 'Array';

/** Tells the two addresses of a form apart; '' where there is one only. */
export type AddressPrefix = '' | 'shipping' | 'billing';

/** The name of a field in a form. */
export function fieldName(prefix: AddressPrefix, field: AddressField): string {
  return prefix === '' ? field : `${prefix}-${field}`;
}

/** The address that was typed into a form; what is missing is empty. */
export function readAddress(form: URLSearchParams, prefix: AddressPrefix): AddressDraft {
  return draftFrom((field) => form.get(fieldName(prefix, field))?.trim() ?? '');
}

/** A form that nothing was typed into, for somebody of this country. */
export function emptyDraft(country: string): AddressDraft {
  return draftFrom((field) => (field === 'country' ? country : ''));
}

/** An address of a cart, an order or a customer, to be changed in a form. */
export function draftOf(address: PostalAddress): AddressDraft {
  const [street1 = '', ...more] = address.street.filter((line) => line !== LOST_STREET);
  const { firstname, lastname, company = '', city, region = '', regionId, postcode = '' } = address;
  return {
    firstname,
    lastname,
    company,
    street1,
    street2: more.join(', '),
    city,
    region: regionId === undefined ? region : String(regionId),
    postcode: postcode === NO_POSTCODE ? '' : postcode,
    country: address.countryId,
    telephone: address.telephone ?? '',
  };
}

/** Whether nothing but a country, or an estimate's postcode, is in it. */
export function isUntouched({ firstname, lastname, street1, city, telephone }: AddressDraft): boolean {
  return [firstname, lastname, street1, city, telephone].every((value) => value === '');
}

function draftFrom(textOf: (field: AddressField) => string): AddressDraft {
  return {
    country: textOf('country'),
    firstname: textOf('firstname'),
    lastname: textOf('lastname'),
    company: textOf('company'),
    street1: textOf('street1'),
    street2: textOf('street2'),
    city: textOf('city'),
    region: textOf('region'),
    postcode: textOf('postcode'),
    telephone: textOf('telephone'),
  };
}
