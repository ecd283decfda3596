import type { PostalAddress } from '@maho-storefront/maho-client/shopping';
import { NO_POSTCODE } from '../../shopping/address/postcode.js';

/** An address as it stands on a parcel. */
export function AddressText({ address, country }: { address: PostalAddress; country: string }) {
  const { firstname, lastname, company, street, city, region, postcode } = address;
  const place = [city, region, postcode === NO_POSTCODE ? undefined : postcode];
  const lines = [
    `${firstname} ${lastname}`,
    company,
    ...street,
    place.filter((part) => part !== undefined && part !== '').join(', '),
    country,
  ].filter((line) => line !== undefined && line !== '');
  return (
    <address class="address-text">
      {lines.map((line) => (
        <span>{line}</span>
      ))}
    </address>
  );
}
