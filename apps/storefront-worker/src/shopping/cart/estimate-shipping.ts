import type { CountriesRecord } from '@maho-storefront/kv-schema';
import type { CartRef } from '@maho-storefront/maho-client/shopping';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import { FormRefusal } from '../visit/form-refusal.js';
import type { Visit } from '../visit/visit.js';

type Region = CountriesRecord[number]['regions'][number];

/**
 * Asks what shipping costs to a place. The shop saves the place as the cart's address, so that the cart, read next,
 * says both the ways to ship and the tax there; an address that was given at checkout before is replaced by it.
 *
 * @throws FormRefusal for a region that the country does not have.
 */
export async function estimateShipping(visit: Visit, cart: CartRef, form: URLSearchParams): Promise<null> {
  const [shop, countries] = await Promise.all([visit.shop(), visit.reader.countries()]);
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const country = countries?.find(({ id }) => id === text('country'));
  const texts = cartTexts(shop.config.locale);
  if (country === undefined) throw new FormRefusal('country_unknown', texts.estimateNone, ['country']);
  const region = regionCalled(country.regions, text('region'));
  if (region === undefined && text('region') !== '' && country.regions.length > 0) {
    throw new FormRefusal('region_unknown', texts.withoutRegion, ['region']);
  }
  await visit.maho.checkout.shippingMethods(cart, visit.shopper, {
    countryId: country.id,
    region: region?.name ?? (text('region') || undefined),
    // Named only, a region is not taxed.
    regionId: region?.id,
    ...(text('postcode') === '' ? {} : { postcode: text('postcode') }),
  });
  return null;
}

/** By its code or its name, as people write it. */
function regionCalled(regions: readonly Region[], typed: string): Region | undefined {
  const asked = typed.toLowerCase();
  return regions.find(({ code, name }) => code.toLowerCase() === asked || name.toLowerCase() === asked);
}
