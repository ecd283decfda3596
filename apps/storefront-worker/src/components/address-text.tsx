import type { PostalAddress } from '@maho-storefront/maho-client/shopping';
import { addressLines } from '../formatting/address-lines.js';

/** An address as it stands on a parcel. */
export function AddressText({
  address,
  countryName,
}: {
  address: PostalAddress;
  /** By its code. */
  countryName: (code: string) => string;
}) {
  return (
    <address class="address-text">
      {addressLines(address, countryName).map((line) => (
        <span>{line}</span>
      ))}
    </address>
  );
}
