import { badRequest } from '../../http/api-error.js';
import { isJsonObject, type JsonObject, type JsonValue, numberIn, stringIn } from '../../json.js';

/** The fields of an address, however it is stored. */
export interface AddressFields {
  readonly firstname: string;
  readonly lastname: string;
  readonly company?: string | undefined;
  readonly street: readonly string[];
  readonly city: string;
  readonly region?: string | undefined;
  readonly regionId?: number | undefined;
  readonly postcode: string;
  readonly countryId: string;
  readonly telephone: string;
}

/** The address of a cart; it is there, empty, before anybody has given one. */
export interface CartAddress {
  readonly id: number;
  fields: AddressFields;
  readonly createdAt: number;
}

export const EMPTY_ADDRESS: AddressFields = {
  firstname: '',
  lastname: '',
  street: [''],
  city: '',
  postcode: '',
  countryId: '',
  telephone: '',
};

const REQUIRED = ['firstName', 'lastName', 'street', 'city', 'postcode', 'countryId', 'telephone'];

/** Parser of a complete address of a cart. Throws ApiError 400 that names every field that is missing. */
export function completeAddress(body: JsonObject): AddressFields {
  const missing = REQUIRED.filter((name) => isBlank(body[name]));
  if (missing.length > 0) throw badRequest(`Missing required address fields: ${missing.join(', ')}`);
  return addressFrom(body);
}

function isBlank(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.every(isBlank);
  return value === undefined || value === null || String(value).trim() === '';
}

/** Parser of as much of an address as was sent; the rest is empty. */
export function addressFrom(body: JsonObject): AddressFields {
  const text = (name: string) => cleaned(stringIn(body[name]) ?? '');
  const lines = Array.isArray(body.street) ? body.street : [body.street ?? ''];
  return {
    firstname: text('firstName'),
    lastname: text('lastName'),
    company: text('company') || undefined,
    street: lines.map((line) => cleaned(String(line))),
    city: text('city'),
    region: text('region') || undefined,
    regionId: numberIn(Number(body.regionId ?? 0)) || undefined,
    postcode: text('postcode'),
    countryId: text('countryId'),
    telephone: text('telephone'),
  };
}

/** Tags are stripped and lengths cut, as before anything is stored. */
export function cleaned(text: string): string {
  return text.replace(/<[^>]*>/g, '').slice(0, 255);
}

/** The address in a body's field, if there is one. */
export function addressIn(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) && Object.keys(value).length > 0 ? value : undefined;
}
