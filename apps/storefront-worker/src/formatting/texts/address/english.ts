/** What the forms of an address say, in English; the type all other languages follow. */
export const ADDRESS_ENGLISH = {
  country: 'Country',
  chooseCountry: 'Please choose',
  firstname: 'First name',
  lastname: 'Last name',
  company: 'Company',
  street1: 'Street and number',
  street2: 'Apartment, floor, building',
  city: 'City',
  region: 'State or region',
  chooseRegion: 'Please choose',
  postcode: 'Postcode',
  telephone: 'Telephone',
  telephoneHint: 'For questions about the delivery only.',
  optional: 'optional',
  missing: {
    country: 'Please choose a country.',
    firstname: 'Please enter the first name.',
    lastname: 'Please enter the last name.',
    company: 'Please enter the company.',
    street1: 'Please enter street and number.',
    street2: 'Please fill this in.',
    city: 'Please enter the city.',
    region: 'Please choose the state or region.',
    postcode: 'Please enter the postcode.',
    telephone: 'Please enter a telephone number.',
  },
  tooLong: 'That is too long: 255 characters at the most.',
  countryUnknown: 'We do not deliver to this country.',
  regionUnknown: 'Please choose the state or region in this country.',
};

export type AddressTexts = typeof ADDRESS_ENGLISH;
