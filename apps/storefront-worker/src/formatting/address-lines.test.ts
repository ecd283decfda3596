import { describe, expect, it } from 'vitest';
import { addressLines } from './address-lines.js';

const ada = {
  firstname: 'Ada',
  lastname: 'Lovelace',
  street: ['1 Test St', ''],
  extensions: {},
  city: 'Los Angeles',
};
const name = (code: string) => `(${code})`;

describe('an address on a parcel', () => {
  it.each([
    ['US', 'California', '90210', ['Los Angeles, California 90210']],
    ['DE', 'Berlin', '10115', ['10115 Los Angeles', 'Berlin']],
    ['FR', undefined, '75001', ['75001 Los Angeles']],
    ['GB', undefined, 'SW1A 1AA', ['Los Angeles, SW1A 1AA']],
    ['IE', 'Cork', '-', ['Los Angeles, Cork']],
    ['AE', undefined, '-', ['Los Angeles']],
  ])('in %s has place, region and postcode in that country’s order', (countryId, region, postcode, place) => {
    const address = { ...ada, countryId, postcode, ...(region === undefined ? {} : { region }) };
    expect(addressLines(address, name)).toEqual(['Ada Lovelace', '1 Test St', ...place, `(${countryId})`]);
  });
});
