import type { PostalAddress } from '@maho-storefront/maho-client/shopping';

/** An address as one writes it on an envelope. */
export function AddressLines({
  address,
  countryName,
}: {
  address: PostalAddress;
  /** By its code. */
  countryName: (code: string) => string;
}) {
  const { company, street, postcode, city, region, countryId, telephone } = address;
  const lines = [
    `${address.firstname} ${address.lastname}`,
    company,
    ...street,
    [postcode, city].filter(Boolean).join(' '),
    region,
    countryName(countryId),
    telephone,
  ].filter((line) => line !== undefined && line !== '');
  return (
    <address class="address">
      {lines.map((line) => (
        <span>{line}</span>
      ))}
    </address>
  );
}
