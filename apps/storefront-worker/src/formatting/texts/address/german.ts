import type { AddressTexts } from './english.js';

/** What the forms of an address say, in German. */
export const ADDRESS_GERMAN: AddressTexts = {
  country: 'Land',
  chooseCountry: 'Bitte wählen',
  firstname: 'Vorname',
  lastname: 'Nachname',
  company: 'Firma',
  street1: 'Straße und Hausnummer',
  street2: 'Adresszusatz',
  city: 'Ort',
  region: 'Bundesland oder Region',
  chooseRegion: 'Bitte wählen',
  postcode: 'Postleitzahl',
  telephone: 'Telefon',
  telephoneHint: 'Nur für Rückfragen zur Lieferung.',
  optional: 'freiwillig',
  missing: {
    country: 'Bitte wählen Sie ein Land.',
    firstname: 'Bitte geben Sie den Vornamen ein.',
    lastname: 'Bitte geben Sie den Nachnamen ein.',
    company: 'Bitte geben Sie die Firma ein.',
    street1: 'Bitte geben Sie Straße und Hausnummer ein.',
    street2: 'Bitte füllen Sie dieses Feld aus.',
    city: 'Bitte geben Sie den Ort ein.',
    region: 'Bitte wählen Sie Bundesland oder Region.',
    postcode: 'Bitte geben Sie die Postleitzahl ein.',
    telephone: 'Bitte geben Sie eine Telefonnummer ein.',
  },
  tooLong: 'Das ist zu lang: höchstens 255 Zeichen.',
  countryUnknown: 'In dieses Land liefern wir nicht.',
  regionUnknown: 'Bitte wählen Sie Bundesland oder Region in diesem Land.',
};
