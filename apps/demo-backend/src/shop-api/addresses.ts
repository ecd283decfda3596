import { badRequest, notFound } from '../http/api-error.js';
import type { JsonObject } from '../json.js';
import { type AddressFields, addressFrom } from '../shop/cart/cart-address.js';
import { regionsOf, withRegionId } from '../shop/checkout/regions.js';
import type { BookAddress, Customer } from '../shop/customer/customer.js';
import { bookRecord } from './customer-record.js';
import {
  collection,
  created,
  item,
  NOTHING,
  numberAt,
  type ShopAnswer,
  type ShopRequest,
  signedIn,
} from './shop-request.js';

/** What the address model asks for, in its order and words. */
const ASKED: readonly (readonly [keyof AddressFields, string])[] = [
  ['firstname', 'the first name'],
  ['lastname', 'the last name'],
  ['street', 'the street'],
  ['city', 'the city'],
  ['telephone', 'the telephone number'],
  ['postcode', 'the zip/postal code'],
  ['countryId', 'the country'],
];

/** Where an address needs a region, by Maho's own configuration. */
const REGION_REQUIRED = new Set(['AT', 'CA', 'CH', 'DE', 'EE', 'ES', 'FI', 'FR', 'LT', 'LV', 'RO', 'US']);

/** Parser: the address of a request, spelled `firstname` here. Throws ApiError 400 with all that is missing. */
function addressOf({ shop, store, body }: ShopRequest): AddressFields {
  const spelled = { ...body, firstName: body.firstname ?? '', lastName: body.lastname ?? '' };
  const fields = withRegionId(shop.catalogue, store, addressFrom(spelled));
  const complaints = ASKED.filter(([name]) => String(fields[name]).trim() === '').map(
    ([, what]) => `Please enter ${what}.`,
  );
  const hasRegions = regionsOf(shop.catalogue, store, fields.countryId).length > 0;
  if (hasRegions && REGION_REQUIRED.has(fields.countryId) && fields.regionId === undefined) {
    complaints.push('Please enter the state/province.');
  }
  if (complaints.length > 0) throw badRequest(complaints.join(' '));
  return fields;
}

/** A default is set or given up as the request says, and kept where it says nothing. */
function keepDefaults(customer: Customer, id: number, body: JsonObject): void {
  const next = (present: number | undefined, wanted: unknown) => {
    if (wanted === true) return id;
    return wanted === false && present === id ? undefined : present;
  };
  customer.defaultBilling = next(customer.defaultBilling, body.isDefaultBilling);
  customer.defaultShipping = next(customer.defaultShipping, body.isDefaultShipping);
}

/** Somebody else's address is as good as none. */
function addressAt(request: ShopRequest): BookAddress {
  const address = signedIn(request).addresses.get(numberAt(request, 0));
  if (address === undefined) throw notFound('Address not found');
  return address;
}

export function listAddresses(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  return collection(
    'Address',
    [...customer.addresses.values()].map((address) => bookRecord(customer, address)),
  );
}

export const readAddress = (request: ShopRequest) =>
  item('Address', bookRecord(signedIn(request), addressAt(request)));

export function addAddress(request: ShopRequest): ShopAnswer {
  const customer = signedIn(request);
  const now = request.shop.nowSeconds();
  const fields = addressOf(request);
  const address = { id: request.shop.sequences.address.next(), fields, createdAt: now, updatedAt: now };
  customer.addresses.set(address.id, address);
  keepDefaults(customer, address.id, request.body);
  return created('Address', bookRecord(customer, address));
}

export function changeAddress(request: ShopRequest): ShopAnswer {
  const address = addressAt(request);
  address.fields = addressOf(request);
  address.updatedAt = request.shop.nowSeconds();
  const customer = signedIn(request);
  keepDefaults(customer, address.id, request.body);
  return item('Address', bookRecord(customer, address));
}

export function removeAddress(request: ShopRequest): ShopAnswer {
  const { id } = addressAt(request);
  const customer = signedIn(request);
  keepDefaults(customer, id, { isDefaultBilling: false, isDefaultShipping: false });
  customer.addresses.delete(id);
  return NOTHING;
}
