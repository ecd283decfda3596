import { describe, expect, it } from 'vitest';
import { likelyCountry, offeredCountries } from './address-country.js';
import { type AddressDraft, draftOf, emptyDraft, isUntouched, readAddress } from './address-draft.js';
import { bookAddress, checkAddress, refusedFields } from './check-address.js';

const RECORDS = [
  { id: 'CA', name: 'Canada', regions: [{ id: 66, code: 'AB', name: 'Alberta' }] },
  { id: 'HK', name: 'Hongkong', regions: [] },
  { id: 'NL', name: 'Ägypten', regions: [] },
  { id: 'US', name: 'United States', regions: [{ id: 12, code: 'CA', name: 'California' }] },
];

const COUNTRIES = offeredCountries(RECORDS, { allowedCountries: [], locale: 'de_DE' });

const ADA: AddressDraft = {
  ...emptyDraft('US'),
  firstname: 'Ada',
  lastname: 'Lovelace',
  street1: '1 Test St',
  city: 'Los Angeles',
  region: '12',
  postcode: '90210',
  telephone: '5550100',
};

function faults(changes: Partial<AddressDraft>): [string, string][] {
  return [...(checkAddress({ ...ADA, ...changes }, COUNTRIES).problems ?? [])];
}

describe('the countries of a store', () => {
  it('are those it allows, by name as its readers sort', () => {
    expect(COUNTRIES.map(({ id }) => id)).toEqual(['NL', 'CA', 'HK', 'US']);
    expect(offeredCountries(RECORDS, { allowedCountries: ['US', 'XX'], locale: 'en_US' })).toHaveLength(1);
    expect(offeredCountries(null, { allowedCountries: ['US'], locale: 'en_US' })).toEqual([]);
  });

  it('have a likely one: the only one, or that of the store’s locale', () => {
    expect(likelyCountry(COUNTRIES, 'en_US')).toBe('US');
    expect(likelyCountry(COUNTRIES, 'de_DE')).toBe('');
    expect(likelyCountry(COUNTRIES.slice(0, 1), 'de_DE')).toBe('NL');
  });
});

describe('a complete address', () => {
  it('names its region by id, for the taxes', () => {
    expect(checkAddress({ ...ADA, street2: 'Floor 2', company: 'Engines' }, COUNTRIES).address).toEqual({
      firstName: 'Ada',
      lastName: 'Lovelace',
      company: 'Engines',
      street: ['1 Test St', 'Floor 2'],
      city: 'Los Angeles',
      region: 'California',
      regionId: 12,
      postcode: '90210',
      countryId: 'US',
      telephone: '5550100',
    });
  });

  it.each(['CA', 'California'])('understands the region that a browser filled in as %s', (region) => {
    expect(checkAddress({ ...ADA, region }, COUNTRIES).address).toMatchObject({ regionId: 12 });
  });

  it('has a free region, or none, where the country has no list', () => {
    const dutch = { ...ADA, country: 'NL', postcode: '1011' };
    expect(checkAddress({ ...dutch, region: 'Utrecht' }, COUNTRIES).address?.region).toBe('Utrecht');
    expect(checkAddress({ ...dutch, region: '' }, COUNTRIES).address).not.toHaveProperty('regionId');
    // Chosen from another country's list, before the country was changed.
    expect(checkAddress({ ...dutch, region: '12' }, COUNTRIES).address?.region).toBeUndefined();
  });

  it('needs no postcode where there is none, and comes back without one', () => {
    const { address } = checkAddress({ ...ADA, country: 'HK', region: '', postcode: '' }, COUNTRIES);
    expect(address?.postcode).toBe('-');
    if (address === undefined) throw new Error('The address is complete.');
    const { firstname, lastname, telephone, ...rest } = bookAddress(address);
    expect(
      draftOf({ firstname, lastname, telephone, ...rest, street: [...rest.street], extensions: {} }),
    ).toEqual({
      ...ADA,
      country: 'HK',
      region: '',
      postcode: '',
    });
  });
});

describe('what is wrong with an address', () => {
  it.each([
    ['nothing', {}, []],
    [
      'no name',
      { firstname: '', lastname: '' },
      [
        ['firstname', 'missing'],
        ['lastname', 'missing'],
      ],
    ],
    ['no postcode where there are some', { postcode: '' }, [['postcode', 'missing']]],
    ['no region where there is a list', { region: '' }, [['region', 'missing']]],
    ['a region of another country', { country: 'CA' }, [['region', 'region_unknown']]],
    ['a country that is not offered', { country: 'XX' }, [['country', 'country_unknown']]],
    ['no country', { country: '' }, [['country', 'missing']]],
    ['more than Maho keeps', { city: 'x'.repeat(256) }, [['city', 'too_long']]],
  ])('%s', (_what, changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });

  it('is known by the names that Maho refuses it with', () => {
    expect([...refusedFields(['street', 'firstName', 'unheard-of']).keys()]).toEqual([
      'street1',
      'firstname',
    ]);
  });
});

describe('an address in a form', () => {
  it('is read by its prefix, trimmed', () => {
    const form = new URLSearchParams({ 'billing-city': ' Paris ', city: 'Rome' });
    expect([readAddress(form, 'billing').city, readAddress(form, '').city]).toEqual(['Paris', 'Rome']);
  });

  it('of a cart that only an estimate was asked for counts as untouched, and a lost street as none', () => {
    const postal = { firstname: '', lastname: '', city: '', countryId: 'US', extensions: {} };
    const draft = draftOf({ ...postal, street: ['Array'], regionId: 12, postcode: '90210' });
    expect([isUntouched(draft), draft.street1, draft.region, draft.postcode]).toEqual([
      true,
      '',
      '12',
      '90210',
    ]);
  });
});
