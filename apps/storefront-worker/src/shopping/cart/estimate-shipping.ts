import type { CartRef } from '@maho-storefront/maho-client/shopping';
import { addressProblemText } from '../../formatting/texts/address/index.js';
import { addressCountries } from '../address/address-countries.js';
import { countryOf } from '../address/address-country.js';
import type { AddressField } from '../address/address-draft.js';
import { type AddressFault, LONGEST_FIELD, regionOf } from '../address/check-address.js';
import { FormRefusal } from '../visit/form-refusal.js';
import type { Visit } from '../visit/visit.js';

/**
 * Asks what shipping costs to a place. The shop saves the place as the cart's address, so that the cart, read next,
 * says both the ways to ship and the tax there; an address that was given at checkout before is replaced by it.
 *
 * @throws FormRefusal for a country that the store does not deliver to, and a region that the country does not have.
 */
export async function estimateShipping(visit: Visit, cart: CartRef, form: URLSearchParams): Promise<null> {
  const [shop, countries] = await Promise.all([visit.shop(), addressCountries(visit)]);
  const { locale } = shop.config;
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const country = countryOf(countries, text('country'));
  if (country === undefined) throw unfit('country', 'country_unknown', locale);
  // Without one, shipping is counted for the country as a whole.
  const region = text('region') === '' ? {} : regionOf(country, text('region'));
  if (region === null) throw unfit('region', 'region_unknown', locale);
  const postcode = text('postcode');
  if (postcode.length > LONGEST_FIELD) throw unfit('postcode', 'too_long', locale);
  await visit.maho.checkout.shippingMethods(cart, visit.shopper, {
    countryId: country.id,
    ...region,
    ...(postcode === '' ? {} : { postcode }),
  });
  return null;
}

function unfit(field: AddressField, fault: AddressFault, locale: string): FormRefusal {
  return new FormRefusal(fault, addressProblemText(field, fault, locale) ?? '', [field]);
}
