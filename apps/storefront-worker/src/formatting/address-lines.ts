import type { PostalAddress } from '@maho-storefront/maho-client/shopping';
import { NO_POSTCODE } from '../shopping/address/postcode.js';

/** Where the postcode follows the place, by the Universal Postal Union's formats; elsewhere it leads. */
const POSTCODE_LAST: ReadonlySet<string> = new Set(
  'US CA AU NZ GB IE IN JP KR CN TW TH SG HK PH ID'.split(' '),
);

/** An address line by line, as it stands on a parcel; the telephone is the last one. */
export function addressLines(address: PostalAddress, countryName: (code: string) => string): string[] {
  const { firstname, lastname, company = '', street, countryId, telephone = '' } = address;
  const name = `${firstname} ${lastname}`;
  return [name, company, ...street, ...placeLines(address), countryName(countryId), telephone].filter(
    (line) => line !== '',
  );
}

function placeLines({ city, region = '', postcode, countryId }: PostalAddress): string[] {
  const code = postcode === NO_POSTCODE ? '' : postcode;
  if (!POSTCODE_LAST.has(countryId)) return [joined([code, city], ' '), region];
  return [joined([city, joined([region, code], ' ')], ', ')];
}

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter(Boolean).join(separator);
}
